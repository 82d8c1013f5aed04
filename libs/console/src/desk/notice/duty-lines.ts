import { CLOCK_TAGS, stateOfClock } from '../mailbox/clock';
import type { Clock } from '../mailbox/clock';
import type { Duty } from './notice.answers';

type Tag = Readonly<{ text: string; colour: string }>;
/** A duty as its clock stands. `says` and `at` read on from each other. */
export type DutyLine = Readonly<{
  text: string;
  source: string;
  owedBy: string;
  isOurs: boolean;
  tag: Tag;
  says: string;
  at?: string;
}>;
type Stand = Readonly<{ tag: Tag; says: string; at?: string }>;

const NO_NUMBER = 'Law gives no number of hours or days';

const met = ({ metAt = '', metLate }: Duty): Stand => ({
  tag: { text: metLate ? 'Done late' : 'Done', colour: 'green' },
  says: 'Done',
  at: metAt,
});

const towardsLaw = (dueAt: string, now: string): Stand => {
  const state = stateOfClock({ dueAt }, now);
  return {
    tag: CLOCK_TAGS[state],
    says: state === 'late' ? 'By law it was due' : 'By law it is due',
    at: dueAt,
  };
};

const towardsTarget = (targetAt: string, now: string): Stand =>
  targetAt <= now
    ? {
        tag: { text: 'Past the target', colour: 'orange' },
        says: `${NO_NUMBER}. The service target was`,
        at: targetAt,
      }
    : { tag: { text: 'Open', colour: 'blue' }, says: `${NO_NUMBER}. The service target is`, at: targetAt };

const paused = (pausedAt: string, { dueAt }: Duty): Stand => ({
  tag: CLOCK_TAGS.paused,
  says: `${dueAt === undefined ? 'The target moves by the time that it stands still' : 'A date in law does not move'}. It has stood still since`,
  at: pausedAt,
});

const standOf = (duty: Duty, clock: Clock | undefined, now: string): Stand => {
  if (duty.state === 'met') return met(duty);
  if (clock?.pausedAt !== undefined) return paused(clock.pausedAt, duty);
  if (duty.dueAt !== undefined) return towardsLaw(duty.dueAt, now);
  if (duty.targetAt !== undefined) return towardsTarget(duty.targetAt, now);
  return {
    tag: { text: 'Open', colour: 'blue' },
    says: `${NO_NUMBER}: it is to be done without delay.`,
  };
};

type Seen = Readonly<{ clocks: readonly Clock[]; authority: string; now: string }>;

const isOpenFirst = (a: Duty, b: Duty): number => Number(a.state === 'met') - Number(b.state === 'met');

/** What is owed about a notice, by us and to us; what is still open comes first. */
export const dutyLines = (duties: readonly Duty[], { clocks, authority, now }: Seen): readonly DutyLine[] =>
  duties.toSorted(isOpenFirst).map((duty) => {
    const clock = clocks.find(({ id }) => id === duty.clock);
    const { text, source, owedBy } = duty;
    return { text, source, owedBy, isOurs: owedBy === authority, ...standOf(duty, clock, now) };
  });
