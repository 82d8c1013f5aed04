import type { EffectLog } from '../effects/effect-log';
import type { Answer } from '../lines/line';
import { evidenceOf } from '../report/report';
import type { Judged } from '../report/report';
import type { Played, Scenario } from '../scenarios/scenario';
import type { Setup } from '../run/stage';

/** A scenario as it went: played, or why it was not. */
export type Went = Readonly<{
  scenario: Scenario;
  answers: readonly Answer[];
  outcome: Played | Readonly<{ unplayed: string }>;
}>;

const UNSEEN =
  'the answers are as expected; what became of it is seen only with --effects-file or --effects-url';

const reasonsOf = (
  played: Played,
  { isSeenInAnswers }: Scenario,
  effects: EffectLog | undefined,
): Pick<Judged, 'verdict' | 'reasons'> => {
  if (played.faults.length > 0) return { verdict: 'fail', reasons: played.faults };
  if (played.notJudged !== undefined) return { verdict: 'not-judged', reasons: [played.notJudged] };
  if (played.judge === undefined) return { verdict: 'pass', reasons: [] };
  if (effects === undefined)
    return isSeenInAnswers === true
      ? { verdict: 'pass', reasons: [] }
      : { verdict: 'not-judged', reasons: [UNSEEN] };
  const reasons = played.judge(effects);
  return { verdict: reasons.length > 0 ? 'fail' : 'pass', reasons };
};

/** `effects`: everything that the receiver did in the run; undefined where that is not shown. */
export const verdictOn = (
  { scenario, answers, outcome }: Went,
  setup: Setup,
  effects: EffectLog | undefined,
): Judged => {
  const { name, played, expected, why, isMandatory } = scenario;
  const about = { name, played, expected, why, isMandatory: isMandatory?.(setup) ?? true };
  if ('unplayed' in outcome)
    return { ...about, verdict: 'not-judged', reasons: [outcome.unplayed], evidence: evidenceOf(answers) };
  return { ...about, ...reasonsOf(outcome, scenario, effects), evidence: evidenceOf(answers, outcome.told) };
};
