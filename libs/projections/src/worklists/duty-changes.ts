import type { DutyChange, RecordedFact, RowChange } from '@ibex/kernel';
import { takenOn } from '@ibex/runtime';
import { dutyRows } from './duty-rows';
import type { Notice } from './duty-rows';

const TABLE = 'worklistItems';

/** Opened: on its lists, and off those that it was on before under the same key. Met or void: off all of them. */
export const onDuty = (notice: Notice, change: DutyChange): readonly RowChange[] => {
  const off: RowChange = {
    op: 'delete',
    table: TABLE,
    where: { begins: notice.begins, item: change.key },
  };
  if (change.change !== 'opened') return [off];
  return [off, ...dutyRows(notice, change).map((row): RowChange => ({ op: 'put', table: TABLE, row }))];
};

/** Taken on in the inbox: the duty to acknowledge is met by that. */
export const onTakenOn = (fact: RecordedFact): readonly RowChange[] => {
  const taken = takenOn(fact);
  return taken ? [{ op: 'delete', table: TABLE, where: { entryId: taken.entryId } }] : [];
};

/** A clock went on after a pause, or a bank holiday was proclaimed: the duty that ran towards the old date moves. */
export const onClock = ({ type, stream, data: { dueAt, newDueAt } }: RecordedFact): readonly RowChange[] => {
  if (type !== 'ClockResumed' && type !== 'ClockRecomputed') return [];
  if (typeof dueAt !== 'string' || typeof newDueAt !== 'string') return [];
  const clock = stream.slice('clock-'.length);
  return [{ op: 'patch', table: TABLE, where: { clock, dueAt }, set: { dueAt: newDueAt } }];
};

/** A notice that has become restricted goes off the lists of everybody but its keepers. */
export const onRestricted = ({ begins, keepers }: Notice, listed: readonly string[]): readonly RowChange[] =>
  listed
    .filter((authority) => !keepers.includes(authority))
    .map((authority) => ({ op: 'delete', table: TABLE, where: { begins, authority } }));
