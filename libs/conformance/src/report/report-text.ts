import type { Judged, Report, Verdict } from './report';

const WORDS: Readonly<Record<Verdict, string>> = {
  pass: 'pass      ',
  fail: 'FAIL      ',
  'not-judged': 'not judged',
};
const INDENT = ' '.repeat(13);

const countsOf = ({ evidence: { statuses, slowestMs, told } }: Judged): string => {
  const answers = Object.entries(statuses).map(([word, times]) => `${word} x ${String(times)}`);
  const extra = Object.entries(told).map(([name, value]) => `${name} ${String(value)}`);
  const parts = [...answers, ...(answers.length > 0 ? [`slowest ${String(slowestMs)} ms`] : []), ...extra];
  return parts.length === 0 ? '' : `  (${parts.join(', ')})`;
};

const idsOf = ({ evidence: { answers } }: Judged): readonly string[] =>
  answers.slice(0, 3).map(({ id, answer, ms }) => `${INDENT}sent ${id}: ${answer} in ${String(ms)} ms`);

const linesOf = (judged: Judged): readonly string[] => {
  const head = `${WORDS[judged.verdict]}   ${judged.name}${judged.isMandatory ? '' : ' (optional)'}${countsOf(judged)}`;
  const reasons = judged.reasons.map((reason) => `${INDENT}${reason}`);
  if (judged.verdict !== 'fail') return [head, ...reasons];
  const about = [`played: ${judged.played}`, `expected: ${judged.expected}`, `source: ${judged.why}`];
  return [head, ...reasons, ...about.map((line) => `${INDENT}${line}`), ...idsOf(judged)];
};

const closing = ({ verdict, totals: { mandatoryNotJudged } }: Report): string => {
  switch (verdict) {
    case 'passed':
      return 'PASSED: nothing that was judged failed, and everything mandatory was judged';
    case 'failed':
      return 'FAILED';
    case 'incomplete':
      return `INCOMPLETE: nothing that was judged failed, but ${String(mandatoryNotJudged)} mandatory scenarios were not judged`;
  }
};

/** The report for people. */
export const reportText = (report: Report): string => {
  const { kit, playedAt, endedAt, seed, target, effects, exchange, scenarios, totals } = report;
  const where = Object.entries(target).map(([name, value]) => `${name} ${value}`);
  return [
    `${kit.name} ${kit.version}`,
    `played ${playedAt} to ${endedAt}, seed ${seed}`,
    `against ${where.join(', ')}; effects seen by: ${effects}; exchange: ${exchange}`,
    '',
    ...scenarios.flatMap(linesOf),
    '',
    `${String(totals.pass)} passed, ${String(totals.fail)} failed, ${String(totals.notJudged)} not judged`,
    closing(report),
  ].join('\n');
};
