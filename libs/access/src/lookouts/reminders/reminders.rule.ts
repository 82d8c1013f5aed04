import { toEpochMs } from '@ibex/kernel';
import type { CivilDate, EpisodeOfRecord, Instant } from '@ibex/kernel';

/** A lookout as it stands. `remindedAt`: when its owner was last reminded of it. */
export type LookoutStanding = Readonly<{
  id: string;
  by: string;
  about: string;
  since: CivilDate;
  askedAt: Instant;
  remindedAt?: Instant;
  isOver: boolean;
}>;

/** `wantedAfterMs`: so long after its report a restricted child’s owner is reminded; `openEveryMs`: and of what stays open. */
export type LookoutSettings = Readonly<{ wantedAfterMs: number; openEveryMs: number; lookEveryMs: number }>;

export const LOOKOUT_SETTINGS = Symbol('LookoutSettings');

const MINUTE_MS = 60_000;
const DAYS = 3;
export const USUAL_LOOKOUTS: LookoutSettings = {
  wantedAfterMs: 15 * MINUTE_MS,
  openEveryMs: DAYS * 24 * 60 * MINUTE_MS,
  lookEveryMs: MINUTE_MS,
};

export type Known = Readonly<{
  lookouts: readonly LookoutStanding[];
  episodes: readonly EpisodeOfRecord[];
  restricted: ReadonlySet<string>;
  now: Instant;
}>;

export type Reminder =
  | Readonly<{ kind: 'wanted'; by: string; notice: string }>
  | Readonly<{ kind: 'over' | 'still-open'; by: string; id: string }>;

const hasPassed = (from: Instant, ms: number, now: Instant): boolean =>
  toEpochMs(now) - toEpochMs(from) >= ms;

/** Whether its owner has let somebody know of the child since it was reported, or before and that goes on. */
const isKnownOf = (
  { recordRef, reportedAt }: EpisodeOfRecord,
  lookouts: readonly LookoutStanding[],
): boolean =>
  lookouts.some(({ about, askedAt, isOver }) => about === recordRef && (!isOver || askedAt >= reportedAt));

/** The child is back: an episode ended since it was to be looked out for, and none goes on. */
const isBack = ({ about, since }: LookoutStanding, episodes: readonly EpisodeOfRecord[]): boolean => {
  const own = episodes.filter(({ recordRef }) => recordRef === about);
  const ended = own.some(({ endedOn }) => endedOn !== undefined && endedOn >= since);
  return ended && !own.some(({ isOpen }) => isOpen);
};

/** What an owner has to be reminded of, and which lookouts are over because the child is back. */
export const remindersIn = (
  { lookouts, episodes, restricted, now }: Known,
  { wantedAfterMs, openEveryMs }: LookoutSettings,
): readonly Reminder[] => [
  ...episodes
    .filter((episode) => episode.isOpen && restricted.has(episode.recordRef))
    .filter((episode) => hasPassed(episode.reportedAt, wantedAfterMs, now) && !isKnownOf(episode, lookouts))
    .map(({ owner, notice }) => ({ kind: 'wanted', by: owner, notice }) as const),
  ...lookouts
    .filter(({ isOver }) => !isOver)
    .flatMap((lookout): readonly Reminder[] => {
      const { by, id, askedAt, remindedAt = askedAt } = lookout;
      if (isBack(lookout, episodes)) return [{ kind: 'over', by, id }];
      return hasPassed(remindedAt, openEveryMs, now) ? [{ kind: 'still-open', by, id }] : [];
    }),
];
