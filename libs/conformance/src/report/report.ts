import { grouped } from '../grouped';
import type { Answer } from '../lines/line';

/** Grows with every scenario that is added or judged otherwise. */
export const KIT_VERSION = '1.0.0';

export const VERDICTS = ['pass', 'fail', 'not-judged'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a verdict rests on. `answers`: the first of them; `statuses`: how many of each. */
export type Evidence = Readonly<{
  tries: number;
  statuses: Readonly<Record<string, number>>;
  slowestMs: number;
  answers: readonly Readonly<{ id: string; answer: string; ms: number }>[];
  told: Readonly<Record<string, string | number>>;
}>;

export type Judged = Readonly<{
  name: string;
  played: string;
  expected: string;
  why: string;
  isMandatory: boolean;
  verdict: Verdict;
  /** Why it failed or was not judged. */
  reasons: readonly string[];
  evidence: Evidence;
}>;

export type Report = Readonly<{
  kit: Readonly<{ name: 'ibex conformance'; version: string }>;
  playedAt: string;
  endedAt: string;
  seed: string;
  /** Host and port, or brokers and topic; never a path, a secret or a token. */
  target: Readonly<Record<string, string>>;
  effects: 'file' | 'url' | 'none';
  exchange: 'stand-in' | 'none';
  scenarios: readonly Judged[];
  totals: Readonly<{ pass: number; fail: number; notJudged: number; mandatoryNotJudged: number }>;
  /** `passed`: nothing judged failed, and nothing mandatory was left unjudged. */
  verdict: 'passed' | 'failed' | 'incomplete';
}>;

const MOST_ANSWERS = 20;

const wordOf = ({ status, fault, outcome }: Answer): string =>
  status === undefined ? (fault ?? outcome) : String(status);

export const evidenceOf = (answers: readonly Answer[], told: Evidence['told'] = {}): Evidence => ({
  tries: answers.length,
  statuses: Object.fromEntries(
    [...grouped(answers, wordOf)]
      .map(([word, of]) => [word, of.length] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
  slowestMs: Math.max(0, ...answers.map(({ ms }) => ms)),
  answers: answers
    .slice(0, MOST_ANSWERS)
    .map((answer) => ({ id: answer.id, answer: wordOf(answer), ms: answer.ms })),
  told,
});

const verdictOf = ({ fail, mandatoryNotJudged }: Report['totals']): Report['verdict'] => {
  if (fail > 0) return 'failed';
  return mandatoryNotJudged > 0 ? 'incomplete' : 'passed';
};

/** Totals and verdict over what was judged. */
export const summedUp = (scenarios: readonly Judged[]): Pick<Report, 'scenarios' | 'totals' | 'verdict'> => {
  const count = (verdict: Verdict): number => scenarios.filter((each) => each.verdict === verdict).length;
  const totals = {
    ...{ pass: count('pass'), fail: count('fail'), notJudged: count('not-judged') },
    mandatoryNotJudged: scenarios.filter(
      ({ verdict, isMandatory }) => verdict === 'not-judged' && isMandatory,
    ).length,
  };
  return { scenarios, totals, verdict: verdictOf(totals) };
};
