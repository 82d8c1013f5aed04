import type { ChronologyStepRow } from './child-chronology.schema';
import { dutyLines } from './duty-lines.rule';
import type { DutyLine, DutyRows } from './duty-lines.rule';
import type { SeenEntry } from './seen-entries.rule';
import { STEP_TITLES } from './step-rows';

/** Where a line stands: by when it is claimed to have happened, then by the log, then by what it is. */
export type Place = Readonly<{ at: string; position: number; ordinal: string }>;

export type Line = Place &
  Readonly<{ recordedAt?: string; entry: SeenEntry }> &
  Readonly<{ kind: 'notice' } | { kind: 'step'; step: ChronologyStepRow } | { kind: 'duty'; duty: DutyLine }>;

/** Of one record: the facts that a reader sees, and all rows of what came of them. */
export type OfRecord = DutyRows &
  Readonly<{ shown: readonly SeenEntry[]; authority: string; seesAll: boolean }>;

const noticeLine = (entry: SeenEntry): Line => ({
  ...{ kind: 'notice', at: entry.row.occurredAt, position: entry.row.position, ordinal: '' },
  ...{ recordedAt: entry.row.recordedAt, entry },
});

/** An authority sees what came of its own entries; who sees all of a record, what came of everybody's. */
const stepLines = ({ shown, steps, authority, seesAll }: OfRecord): readonly Line[] => {
  const entries = new Map(shown.map((entry) => [entry.row.factId, entry]));
  return steps
    .filter((step) => STEP_TITLES.has(step.type) && (seesAll || step.authority === authority))
    .flatMap((step): readonly Line[] => {
      const entry = entries.get(step.factId);
      if (!entry) return [];
      const { occurredAt: at, position, recordedAt } = step;
      return [{ kind: 'step', at, position, ordinal: '', recordedAt, step, entry }];
    });
};

const dutyLinesOf = (of: OfRecord, until: string): readonly Line[] => {
  const entries = new Map(of.shown.map((entry) => [entry.row.position, entry]));
  const isConcerned = ({ owedBy, owedTo }: Readonly<{ owedBy: string; owedTo: string | null }>): boolean =>
    of.seesAll || owedBy === of.authority || owedTo === of.authority;
  const opened = of.opened.filter((duty) => entries.has(duty.position) && isConcerned(duty));
  const isHidden = (position: number): boolean => !of.seesAll && !entries.has(position);
  return dutyLines({ ...of, opened, isHidden }, until).flatMap((duty): readonly Line[] => {
    const entry = entries.get(duty.duty.position);
    if (!entry) return [];
    const { at, position, recordedAt } = duty;
    const recorded = recordedAt === undefined ? {} : { recordedAt };
    return [
      { kind: 'duty', at, position, ordinal: `${duty.duty.key} ${duty.state}`, ...recorded, duty, entry },
    ];
  });
};

const isOnRecord = ({ recordedAt }: Readonly<{ recordedAt: string }>, until: string): boolean =>
  recordedAt <= until;

/** What of it was on record at a moment. */
export const recordedBy = (of: OfRecord, until: string): OfRecord => {
  const cut = <T extends Readonly<{ recordedAt: string }>>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => isOnRecord(row, until));
  return {
    ...of,
    shown: of.shown.filter(({ row }) => isOnRecord(row, until)),
    ...{ opened: cut(of.opened), changes: cut(of.changes), moves: cut(of.moves), steps: cut(of.steps) },
  };
};

/** Every line of one record as it stood at a moment. */
export const linesOf = (of: OfRecord, until: string): readonly Line[] => {
  const then = recordedBy(of, until);
  return [...then.shown.map(noticeLine), ...stepLines(then), ...dutyLinesOf(then, until)];
};

const compared = (one: string | number, other: string | number): number =>
  one < other ? -1 : one > other ? 1 : 0;

export const inOrder = (one: Place, other: Place): number =>
  compared(one.at, other.at) ||
  compared(one.position, other.position) ||
  compared(one.ordinal, other.ordinal);
