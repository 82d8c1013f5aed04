import type { ChildPlan } from '../plan/plan-child';
import type { ThreadOutcome } from '../plan/post-threads';
import type { RowRef } from '../plan/thread';
import { reportFault } from '../ssda903/read-return';
import type { ChildFile } from '../ssda903/child-file';
import type { Fate, ReportBook } from './import-report';

/** Enters what is known of a child before anything is posted: refused rows, rows that stay at home, notices. */
export const keepBooks = (book: ReportBook, file: ChildFile, plan: ChildPlan): void => {
  for (const { row, fault } of file.faults) {
    reportFault(book, row.file, row.line, fault);
    book.fate(row.file, 'refused');
  }
  for (const { file: of } of plan.notForExchange) book.fate(of, 'notForExchange');
  for (const { at, kind, text } of plan.notices) {
    book.notice({ file: book.nameOf(at.file), row: at.line, kind, text });
  }
};

const fateOf = ({ recorded, refused }: ThreadOutcome): Fate => {
  if (refused) return 'refused';
  if (recorded.length > 0) return 'posted';
  return 'unchanged';
};

const noteRefusal = (book: ReportBook, rows: readonly RowRef[], outcome: ThreadOutcome): void => {
  const { refused } = outcome;
  if (!refused) return;
  for (const { file, line } of rows) {
    reportFault(book, file, line, {
      column: '',
      value: '',
      kind: 'refused by the exchange',
      rule: refused.code,
      mend: [`${refused.action}: ${refused.because}`, refused.mend]
        .filter((text) => text !== undefined)
        .join(' '),
    });
  }
};

/** The child's row of header.csv shares the fate of the notices that carry it; without any it stays at home. */
const identityFate = (outcomes: readonly ThreadOutcome[]): Fate => {
  const fates = new Set(outcomes.map(fateOf));
  if (fates.has('posted')) return 'posted';
  if (fates.has('unchanged')) return 'unchanged';
  return 'notForExchange';
};

/** Enters what became of the commands of some children. */
export const noteOutcomes = (
  book: ReportBook,
  plans: readonly ChildPlan[],
  outcomes: readonly ThreadOutcome[],
): void => {
  const byThread = new Map(outcomes.map((outcome) => [outcome.thread, outcome]));
  for (const outcome of outcomes) {
    outcome.recorded.forEach((action) => book.command(action));
    book.repeat(outcome.repeated.length);
    noteRefusal(book, outcome.thread.rows, outcome);
    for (const { file } of outcome.thread.rows) book.fate(file, fateOf(outcome));
  }
  for (const { identity, threads } of plans) {
    if (!identity) continue;
    const own = threads.flatMap((thread) => byThread.get(thread) ?? []);
    book.fate('header', identityFate(own));
  }
};
