import { grouped } from '../shared/grouped';
import { present } from '../shared/present';
import { takesOn } from './step-rows';
import type { ChronologyStepRow } from './child-chronology.schema';
import type { ClockMoveRow, DutyChangeRow, OpenedDutyRow } from './chronology-duties.schema';

export const DUTY_LINES = ['opened', 'due', 'late', 'met', 'void'] as const;
/** `due`: still to come. `late`: that date came and it was not met. `void`: no longer owed. */
export type DutyLineState = (typeof DUTY_LINES)[number];

/** One line about a duty. `recordedAt`: absent where time alone brought it about. `dueAt`: as its clock stands. */
export type DutyLine = Readonly<{
  state: DutyLineState;
  at: string;
  position: number;
  recordedAt?: string;
  dueAt?: string;
  metLate?: boolean;
  because?: string;
  duty: OpenedDutyRow;
}>;

/**
 * Everything recorded of some duties up to a moment, in order of position. `isHidden`: whether the fact at a position is
 * kept from whoever asks.
 */
export type DutyRows = Readonly<{
  isHidden?: (position: number) => boolean;
  opened: readonly OpenedDutyRow[];
  changes: readonly DutyChangeRow[];
  moves: readonly ClockMoveRow[];
  steps: readonly ChronologyStepRow[];
}>;

type End = Readonly<{
  state: 'met' | 'void';
  at: string;
  position: number;
  recordedAt: string;
  because?: string;
  isChange: boolean;
}>;

const toEnd = ({ change, at, position, recordedAt, because }: DutyChangeRow): End => ({
  ...{ state: change === 'void' ? 'void' : 'met', at, position, recordedAt, isChange: true },
  ...(because === null ? {} : { because }),
});
const toTakenOn = ({ occurredAt: at, position, recordedAt }: ChronologyStepRow): End => ({
  ...{ state: 'met', at, position, recordedAt, isChange: false },
});

/** What ended one run of a duty first: an act, its taking on in the inbox, or that it fell away. */
const endOf = (duty: OpenedDutyRow, before: number, { changes, steps }: DutyRows): End | undefined => {
  const ends = [
    ...changes.filter(({ begins, key }) => begins === duty.begins && key === duty.key).map(toEnd),
    ...steps.filter((step) => step.entryId === duty.entryId && takesOn(step)).map(toTakenOn),
  ];
  return ends
    .filter(({ position }) => position >= duty.position && position < before)
    .sort((a, b) => a.position - b.position)[0];
};

type Dates = Readonly<{ dueAt?: string; lateRecordedAt?: string }>;

const datesOf = ({ dueAt, clock }: OpenedDutyRow, { moves }: DutyRows): Dates => {
  const own = moves.filter((move) => move.clock === clock);
  const due = own.reduce(
    (date, move) => (move.newDueAt !== null && move.dueAt === date ? move.newDueAt : date),
    dueAt,
  );
  if (due === null) return {};
  const late = own.find((move) => move.newDueAt === null && move.dueAt === due);
  return { dueAt: due, ...(late ? { lateRecordedAt: late.recordedAt } : {}) };
};

const dateLine = (duty: OpenedDutyRow, dates: Dates, until: string): readonly DutyLine[] => {
  const { dueAt: at, lateRecordedAt } = dates;
  if (at === undefined) return [];
  const { position } = duty;
  if (at > until) return [{ state: 'due', at, position, dueAt: at, duty }];
  const recorded = lateRecordedAt === undefined ? {} : { recordedAt: lateRecordedAt };
  return [{ state: 'late', at, position, dueAt: at, ...recorded, duty }];
};

/** What a run of a duty that ended leaves: that it was late meanwhile, and how it ended. */
const endLines = (duty: OpenedDutyRow, dates: Dates, end: End): readonly DutyLine[] => {
  const { state, at, position, recordedAt, because } = end;
  const metLate = end.state === 'met' && dates.dueAt !== undefined && dates.dueAt <= end.at;
  const due = dates.dueAt === undefined ? {} : { dueAt: dates.dueAt };
  return [
    ...(metLate ? dateLine(duty, dates, end.at) : []),
    {
      ...{ state, at, position, recordedAt, ...due, duty },
      ...present({ because, metLate: metLate || undefined }),
    },
  ];
};

const openedLine = (duty: OpenedDutyRow): DutyLine => ({
  ...{ state: 'opened', at: duty.startedAt, position: duty.position, recordedAt: duty.recordedAt, duty },
  ...(duty.dueAt === null ? {} : { dueAt: duty.dueAt }),
});

const isSame = (one: OpenedDutyRow, other: OpenedDutyRow): boolean =>
  one.owedBy === other.owedBy &&
  one.startedAt === other.startedAt &&
  one.dueAt === other.dueAt &&
  one.text === other.text;

type Run = Readonly<{ duty: OpenedDutyRow; next?: OpenedDutyRow | undefined }>;

/** How a run of a duty goes on after it was opened. */
const linesAfter = ({ duty, next }: Run, end: End | undefined, rows: DutyRows, until: string) => {
  // what became of it is not for these eyes, and to call it late would be wrong
  if (end?.isChange === true && rows.isHidden?.(end.position) === true) return [];
  const dates = datesOf(duty, rows);
  if (end) return endLines(duty, dates, end);
  return next ? [] : dateLine(duty, dates, until);
};

/** Of one duty, each time that it was opened; opening it again with nothing changed is no news. */
const linesOfOne = (runs: readonly OpenedDutyRow[], rows: DutyRows, until: string): readonly DutyLine[] => {
  let last: Readonly<{ duty: OpenedDutyRow; isOpen: boolean }> | undefined;
  return runs.flatMap((duty, index) => {
    const next = runs[index + 1];
    const end = endOf(duty, next?.position ?? Infinity, rows);
    const isNews = !last?.isOpen || !isSame(last.duty, duty);
    last = { duty, isOpen: end === undefined };
    return [...(isNews ? [openedLine(duty)] : []), ...linesAfter({ duty, next }, end, rows, until)];
  });
};

/** What was owed, as it stood at a moment: opened, due, late, met, each with its own date. */
export const dutyLines = (rows: DutyRows, until: string): readonly DutyLine[] => {
  const duties = grouped(rows.opened, ({ begins, key }) => `${String(begins)} ${key}`);
  return [...duties.values()].flatMap((runs) =>
    linesOfOne(
      runs.toSorted((a, b) => a.position - b.position),
      rows,
      until,
    ),
  );
};
