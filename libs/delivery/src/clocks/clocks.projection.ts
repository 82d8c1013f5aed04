import type { NotificationDefinition, RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { isNotice } from '../router/addressed.rule';
import { awaitedChanges, awaitedOver } from './awaited-rows';
import { dutyIdOfClock, isClockFact } from './clock-facts';
import { warnAtOf } from './clock.rule';
import type { ClockFact } from './clock.events';
import { AT_REST, evolveClock, runOf } from './clock.state';
import type { ClockState } from './clock.state';
import { CLOCKS_SCHEMA } from './clocks.schema';
import type { ClockRunRow } from './clocks.schema';
import { clockChange, clockOfEntry, runIdOf, shardOf } from './duty-rows';

/** `isMember`: who reads a mailbox here. */
export type ClocksOptions = Readonly<{
  definitions: readonly NotificationDefinition[];
  isMember: (authority: string) => boolean;
  warnShare: number;
}>;

/** When nothing is to be done until somebody lets the clock run again. */
export const NEVER = '9999-12-31T00:00:00.000Z';

/** No longer paused: look at once what the clock has come to. */
const nextLookAt = (
  fact: RecordedFact & ClockFact,
  isPaused: boolean,
  nextAt: string | undefined,
): string => {
  if (isPaused) return NEVER;
  return fact.type === 'ClockResumed' ? fact.recordedAt : (nextAt ?? NEVER);
};
const orNull = (text: string | undefined): string | null => text ?? null;

const stateAfter = (fact: RecordedFact & ClockFact, earlier: readonly RecordedFact[]): ClockState =>
  [...earlier, fact]
    .filter(isClockFact)
    .reduce((before, each) => evolveClock(before, each, each.recordedAt), AT_REST);

const toRunRow = (fact: RecordedFact & ClockFact, state: ClockState): ClockRunRow => {
  const { dueAt } = fact.data;
  const run = runOf(state, dueAt);
  const dutyId = dutyIdOfClock(fact);
  return {
    ...{ runId: runIdOf(dutyId, dueAt), dutyId, shard: shardOf(dutyId), steps: run.steps },
    ...{ warnedAt: orNull(run.warnedAt), lateAt: orNull(run.lateAt), metLateAt: orNull(run.metLateAt) },
    nextAt: nextLookAt(fact, state.paused !== undefined, run.nextAt),
    pausedAt: orNull(state.paused?.at),
  };
};

type Moved = Extract<ClockFact, { type: 'ClockResumed' | 'ClockRecomputed' }>;
const isMoved = (fact: RecordedFact & ClockFact): fact is RecordedFact & Moved =>
  fact.type === 'ClockRecomputed' || fact.type === 'ClockResumed';

/** A date that moved makes another run of the same clock, to be looked at from its warning on. */
const movedDate = (fact: RecordedFact & Moved, warnShare: number): RowChange => {
  const dutyId = dutyIdOfClock(fact);
  const { dueAt, newDueAt, startedAt } = fact.data;
  const warnAt = warnAtOf(startedAt, newDueAt, warnShare);
  return {
    op: 'patch',
    table: 'clocks',
    where: { dutyId, dueAt },
    set: {
      ...{ dueAt: newDueAt, runId: runIdOf(dutyId, newDueAt), warnAt, lookAt: warnAt },
      ...(fact.type === 'ClockRecomputed' ? { computedDueAt: fact.data.computedDueAt } : {}),
    },
  };
};

const ofClock = (
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
  warnShare: number,
): readonly RowChange[] => {
  if (!isClockFact(fact)) return [];
  const row = toRunRow(fact, stateAfter(fact, earlier));
  const run: RowChange = { op: 'put', table: 'clockRuns', row };
  if (isMoved(fact)) return [run, movedDate(fact, warnShare)];
  const where = { dutyId: row.dutyId, dueAt: fact.data.dueAt };
  return [run, { op: 'patch', table: 'clocks', where, set: { lookAt: row.nextAt } }];
};

/** The small table that the clocks work from: duties and notices from the types' own rules, marks from the clocks' facts. */
export const clocksProjection = ({ definitions, isMember, warnShare }: ClocksOptions): Projection => {
  const notices = new Map(definitions.filter(isNotice).map((each) => [each.category, each]));
  return {
    schema: CLOCKS_SCHEMA,
    filter: { categories: [...notices.keys(), 'clock', 'delivery'] },
    needsEarlier: true,
    project: (fact, earlier) => {
      if (fact.category === 'clock') return ofClock(fact, earlier, warnShare);
      if (fact.category === 'delivery') return [...clockOfEntry(fact), ...awaitedOver(fact)];
      const definition = notices.get(fact.category);
      if (!definition) return [];
      const notice = { fact, earlier, definition };
      const changes = definition.deadlines(fact, earlier);
      return [
        ...changes.flatMap((change) => clockChange(notice, change, warnShare)),
        ...awaitedChanges(notice, isMember),
      ];
    },
  };
};
