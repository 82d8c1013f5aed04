import { RETURN_FILES } from '../ssda903/return-files';
import type { FoundFiles, ReturnFile } from '../ssda903/return-files';
import type { Notice, RowRefusal } from './refusal';

/** Every row of a file is one of these: `rows` is their sum. In a dry run `posted` is what would be. */
export type FileCount = Readonly<{
  file: string;
  rows: number;
  posted: number;
  /** The exchange holds it already as it stands here. */
  unchanged: number;
  /** Concerns nobody but the authority itself. */
  notForExchange: number;
  refused: number;
}>;

export type ImportReport = Readonly<{
  authority: string;
  year?: number;
  dryRun: boolean;
  /** Postcodes in the loaded table; 0: none is loaded and every host is asked for. */
  postcodesLoaded: number;
  files: Readonly<Partial<Record<ReturnFile, FileCount>>>;
  /** By action: how many commands were recorded, or in a dry run would be sent. */
  commands: Readonly<Record<string, number>>;
  /** Commands that an earlier, interrupted run had recorded. */
  repeated: number;
  refusals: readonly RowRefusal[];
  notices: readonly Notice[];
  /** Refusals and notices beyond those listed; the counts include them. */
  notListed: number;
  seconds: number;
}>;

export type Fate = 'posted' | 'unchanged' | 'notForExchange' | 'refused';
const LISTED = 10_000;

/** Gathers the report while rows pass by; holds lists up to a length and counts beyond. */
export class ReportBook {
  private readonly counts = new Map<ReturnFile, Record<Fate | 'rows', number>>();
  private readonly commands: Record<string, number> = {};
  private readonly refusals: RowRefusal[] = [];
  private readonly notices: Notice[] = [];
  private readonly said = new Set<string>();
  private notListed = 0;
  private repeated = 0;

  constructor(private readonly found: FoundFiles) {}

  nameOf(file: ReturnFile): string {
    return this.found[file] ?? `${file}.csv`;
  }

  row(file: ReturnFile): void {
    this.countOf(file).rows += 1;
  }

  fate(file: ReturnFile, fate: Fate, rows = 1): void {
    this.countOf(file)[fate] += rows;
  }

  command(action: string): void {
    this.commands[action] = (this.commands[action] ?? 0) + 1;
  }

  repeat(count: number): void {
    this.repeated += count;
  }

  refuse(refusal: RowRefusal): void {
    this.list(this.refusals, refusal);
  }

  notice(notice: Notice): void {
    this.list(this.notices, notice);
  }

  /** Says the same thing of many rows once, at the first of them. */
  noticeOnce(notice: Notice): void {
    if (this.said.has(notice.text)) return;
    this.said.add(notice.text);
    this.notice(notice);
  }

  close(rest: Pick<ImportReport, 'authority' | 'dryRun' | 'postcodesLoaded' | 'seconds'>): ImportReport {
    const files = RETURN_FILES.filter((file) => this.found[file] !== undefined).map(
      (file) => [file, { file: this.nameOf(file), ...this.countOf(file) }] as const,
    );
    return {
      ...rest,
      ...(this.found.year === undefined ? {} : { year: this.found.year }),
      files: Object.fromEntries(files),
      commands: { ...this.commands },
      repeated: this.repeated,
      refusals: [...this.refusals].sort(inOrder),
      notices: [...this.notices].sort(inOrder),
      notListed: this.notListed,
    };
  }

  private list<T>(items: T[], item: T): void {
    if (items.length < LISTED) items.push(item);
    else this.notListed += 1;
  }

  private countOf(file: ReturnFile): Record<Fate | 'rows', number> {
    const count = this.counts.get(file) ?? {
      rows: 0,
      posted: 0,
      unchanged: 0,
      notForExchange: 0,
      refused: 0,
    };
    this.counts.set(file, count);
    return count;
  }
}

const inOrder = (one: Readonly<{ file: string; row: number }>, other: typeof one): number =>
  one.file.localeCompare(other.file) || one.row - other.row;
