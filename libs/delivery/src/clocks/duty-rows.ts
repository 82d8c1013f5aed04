import { fromEpochMs, isInstant, londonDateOf, toEpochMs } from '@ibex/kernel';
import type { DutyChange, DutyOpened, NotificationDefinition, RecordedFact, RowChange } from '@ibex/kernel';
import { dutyIdOf, entryToTakeOn, takenOn } from '@ibex/runtime';
import { warnAtOf } from './clock.rule';
import type { ClockRow } from './clocks.schema';

/** Pieces of work that the clocks are shared out in. */
export const SHARDS = ['0', '1', '2', '3'] as const;
export const shardOf = (id: string): string => String(parseInt(id.charAt(0), 16) % SHARDS.length);

export const runIdOf = (dutyId: string, dueAt: string): string => `${dutyId} ${dueAt}`;

/** As for missing episodes: what was late for longer when the exchange heard of it tells nobody anything new. */
const HISTORY_MS = 7 * 24 * 3_600_000;
const isHistory = (dueAt: string, recordedAt: string): boolean =>
  fromEpochMs(toEpochMs(dueAt) + HISTORY_MS) < recordedAt;

export type OfNotice = Readonly<{
  fact: RecordedFact;
  earlier: readonly RecordedFact[];
  definition: NotificationDefinition;
}>;

type Dates = Pick<ClockRow, 'warnAt' | 'lookAt' | 'dueAt' | 'computedDueAt' | 'runId'>;
/** The dates of a clock that runs towards `dueAt`. */
export const datesTowards = (
  { dutyId, startedAt }: Pick<ClockRow, 'dutyId' | 'startedAt'>,
  { dueAt, computedDueAt }: Readonly<{ dueAt: string; computedDueAt: string }>,
  warnShare: number,
): Dates => {
  const warnAt = warnAtOf(startedAt, dueAt, warnShare);
  return { dueAt, computedDueAt, runId: runIdOf(dutyId, dueAt), warnAt, lookAt: warnAt };
};

const orNull = (text: string | undefined): string | null => text ?? null;
const dayOf = (startedAt: string): string => (isInstant(startedAt) ? londonDateOf(startedAt) : startedAt);

const toRow = (
  { fact, earlier, definition }: OfNotice,
  duty: DutyOpened & Readonly<{ limitAt: string }>,
  warnShare: number,
): ClockRow => {
  const dutyId = dutyIdOf(fact.stream, duty.key);
  const { startedAt, limitAt } = duty;
  const first = earlier[0] ?? fact;
  const recordRef = fact.metadata.recordRef ?? first.metadata.recordRef;
  return {
    ...{ dutyId, shard: shardOf(dutyId), stream: fact.stream, key: duty.key, factId: fact.id },
    sender: first.metadata.actor.authority,
    ...{ kind: duty.kind, text: duty.text, owedBy: duty.owedBy, startedAt, startsOn: dayOf(startedAt) },
    ...{ recordRef: orNull(recordRef), owedTo: orNull(duty.owedTo) },
    urgency: definition.lane === 'urgent' ? 'urgent' : 'prompt',
    ...datesTowards({ dutyId, startedAt }, { dueAt: limitAt, computedDueAt: limitAt }, warnShare),
    limitedBy: duty.dueAt === undefined ? 'target' : 'law',
    openedPosition: fact.position,
    state: isHistory(limitAt, fact.recordedAt) ? 'history' : 'open',
    ...{ metAt: null, metPosition: null },
    entryId: entryToTakeOn(fact.id, duty),
  };
};

const metBy = ({ position }: RecordedFact, metAt: string) => ({ state: 'met', metAt, metPosition: position });

/** To take a notice on in the inbox is to acknowledge it: nobody has to say so twice. */
export const clockOfEntry = (fact: RecordedFact): readonly RowChange[] => {
  const taken = takenOn(fact);
  if (!taken) return [];
  const where = { entryId: taken.entryId, state: 'open' };
  return [{ op: 'patch', table: 'clocks', where, set: metBy(fact, taken.at) }];
};

/** What a change of a duty does to the table of clocks. A duty without any date has no clock. */
export const clockChange = (
  notice: OfNotice,
  change: DutyChange,
  warnShare: number,
): readonly RowChange[] => {
  const dutyId = dutyIdOf(notice.fact.stream, change.key);
  if (change.change === 'opened') {
    const limitAt = change.dueAt ?? change.targetAt;
    if (limitAt === undefined) return [{ op: 'delete', table: 'clocks', where: { dutyId } }];
    return [{ op: 'put', table: 'clocks', row: toRow(notice, { ...change, limitAt }, warnShare) }];
  }
  const set = change.change === 'met' ? metBy(notice.fact, change.at) : { state: 'void' };
  // what was history when it was heard of stays so, met or not
  return [{ op: 'patch', table: 'clocks', where: { dutyId, state: 'open' }, set }];
};
