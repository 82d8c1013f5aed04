import { londonDateOf } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import { grouped } from '../shared/grouped';
import type { Gap, ShownFact } from './gap';
import { placementGaps } from './placement-gaps.rule';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const OVER: ReadonlySet<string> = new Set(['MissingFound', 'MissingClosed', 'MissingWithdrawn']);

const momentOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  return 'at' in value ? text(value.at) : 'on' in value ? text(value.on) : undefined;
};

const missingGap = (notice: readonly ShownFact[]): readonly Gap[] => {
  const seen = notice.map(({ data }) => momentOf(data['lastSeen'])).findLast((each) => each !== undefined);
  if (seen === undefined || notice.some(({ type }) => OVER.has(type))) return [];
  const unknown = `Where the child is since ${seen}: reported missing, and you see neither a find nor a return on record`;
  return [{ kind: 'missing', from: seen, unknown }];
};

/** Episodes that nobody ended. */
const missingGaps = (facts: readonly ShownFact[]): readonly Gap[] => {
  const episodes = grouped(
    facts.filter(({ category }) => category === 'missing'),
    ({ stream }) => stream,
  );
  return [...episodes.values()].flatMap(missingGap);
};

/** A source that is later than its own rhythm: what happened since may not be on record. */
export type SilentSource = Readonly<{ name: string; posts: string; since: CivilDate }>;

const silenceGap = ({ name, posts, since }: SilentSource): Gap => ({
  ...{ kind: 'source-silent', from: since },
  unknown: `Whether anything happened since ${since}: ${name} has posted no ${posts} for longer than is usual for it`,
});

/** `now`: UTC instant. `seesAll`: an owner is among those for whom this is. */
export type GapsAsked = Readonly<{ now: string; seesAll: boolean; silent: readonly SilentSource[] }>;

/** What should be on record and is not, told from what the reader was shown alone; the earliest first. */
export const gapsIn = (facts: readonly ShownFact[], { now, seesAll, silent }: GapsAsked): readonly Gap[] =>
  [
    ...placementGaps(facts, { today: londonDateOf(now), seesAll }),
    ...missingGaps(facts),
    ...silent.map(silenceGap),
  ].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
