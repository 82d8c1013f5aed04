import { never } from '@ibex/kernel';
import type { DutyChange, DutyOpened, RecordedFact, RowChange } from '@ibex/kernel';
import { dutyIdOf, entryToTakeOn } from '@ibex/runtime';
import { beginOf, ownerOf } from '../shared/stored-fact';
import type { ClockMoveRow, DutyChangeRow, OpenedDutyRow } from './chronology-duties.schema';

/** Name of the category of facts about what the clocks of duties came to. */
export const CLOCK_CATEGORY = 'clock';

type Told = Readonly<{ fact: RecordedFact; earlier: readonly RecordedFact[]; recordRef: string }>;

const openedRow = ({ fact, earlier, recordRef }: Told, duty: DutyOpened): OpenedDutyRow => ({
  recordRef,
  begins: beginOf(fact, earlier),
  key: duty.key,
  position: fact.position,
  owner: ownerOf(fact, earlier),
  owedBy: duty.owedBy,
  owedTo: duty.owedTo ?? null,
  clock: dutyIdOf(fact.stream, duty.key),
  kind: duty.kind,
  text: duty.text,
  source: duty.source,
  startedAt: duty.startedAt,
  dueAt: duty.dueAt ?? null,
  targetAt: duty.targetAt ?? null,
  entryId: entryToTakeOn(fact.id, duty),
  recordedAt: fact.recordedAt,
});

const changedRow = (
  { fact, earlier, recordRef }: Told,
  { key, ...change }: Pick<DutyChangeRow, 'key' | 'change' | 'at' | 'because'>,
): DutyChangeRow => ({
  recordRef,
  begins: beginOf(fact, earlier),
  key,
  position: fact.position,
  ...change,
  recordedAt: fact.recordedAt,
});

const putChange = (row: DutyChangeRow): RowChange => ({ op: 'put', table: 'chronologyDutyChanges', row });

const toRow = (told: Told, duty: DutyChange): RowChange => {
  const { key, change } = duty;
  switch (change) {
    case 'opened':
      return { op: 'put', table: 'chronologyDuties', row: openedRow(told, duty) };
    case 'met':
      return putChange(changedRow(told, { key, change, at: duty.at, because: null }));
    case 'void':
      return putChange(changedRow(told, { key, change, at: told.fact.recordedAt, because: duty.because }));
    default:
      return never(change);
  }
};

/** What a fact does to duties, as its type's deadline rule says. */
export const dutyRowsOf = (told: Told, changes: readonly DutyChange[]): readonly RowChange[] =>
  changes.map((change) => toRow(told, change));

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A clock's date moved, or came and went. */
export const clockMoveOf = (fact: RecordedFact): readonly RowChange[] => {
  const [dueAt, newDueAt] = [text(fact.data['dueAt']), text(fact.data['newDueAt'])];
  if (dueAt === undefined || (newDueAt === undefined && fact.type !== 'DutyLate')) return [];
  const row: ClockMoveRow = {
    position: fact.position,
    clock: fact.stream.slice(CLOCK_CATEGORY.length + 1),
    dueAt,
    newDueAt: newDueAt ?? null,
    recordedAt: fact.recordedAt,
  };
  return [{ op: 'put', table: 'chronologyClockMoves', row }];
};
