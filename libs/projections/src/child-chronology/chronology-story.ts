import type { Reader } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Injectable } from '@nestjs/common';
import type { AskedMoment } from './asked-moment';
import { inOrder, linesOf } from './chronology-lines';
import type { Line, OfRecord } from './chronology-lines';
import { ChronologyRows } from './chronology-rows';
import type { RowsOfRecords } from './chronology-rows';
import { seenEntries } from './seen-entries.rule';
import type { Onlooker } from '../shared/seen-by.rule';
import type { SeenEntry } from './seen-entries.rule';
import type { SeenRecord } from './seen-records';

/** One record as its reader sees it. `isWithheld`: something of it is kept from the reader, whenever it was. */
export type SeenStory = Readonly<{ record: SeenRecord; of: OfRecord; isWithheld: boolean; by: Onlooker }>;

const ofRecord = <T extends Readonly<{ recordRef: string }>>(rows: readonly T[], recordRef: string) =>
  rows.filter((row) => row.recordRef === recordRef);

export const toStory = (record: SeenRecord, rows: RowsOfRecords, { authority }: Reader): SeenStory => {
  const { recordRef, sight } = record;
  const by = { authority, sight };
  const entries = ofRecord(rows.entries, recordRef);
  const { shown, isWithheld } = seenEntries(entries, ofRecord(rows.told, recordRef), by);
  const begins = new Set(entries.map(({ position }) => position));
  const opened = rows.opened.filter((duty) => begins.has(duty.begins));
  const changes = rows.changes.filter((change) => begins.has(change.begins));
  const seesAll = sight.sight === 'owner' || sight.sight === 'grant';
  const of = { shown, opened, changes, moves: rows.moves, steps: ofRecord(rows.steps, recordRef) };
  return { record, of: { ...of, authority, seesAll }, isWithheld, by };
};

/** All lines of these records as they stood at a moment, the oldest first. */
export const linesAt = (stories: readonly SeenStory[], { until }: AskedMoment): readonly Line[] =>
  stories.flatMap(({ of }) => linesOf(of, until)).toSorted(inOrder);

export const shownAt = (stories: readonly SeenStory[], { until }: AskedMoment): readonly SeenEntry[] =>
  stories.flatMap(({ of }) => of.shown.filter(({ row }) => row.recordedAt <= until));

/** Reads what the view holds of records and keeps what their reader may see. */
@Injectable()
export class ChronologyStories {
  constructor(private readonly rows: ChronologyRows) {}

  async of(reader: Reader, records: readonly SeenRecord[]): Promise<readonly SeenStory[]> {
    const [granted, related] = [
      records.filter(({ sight }) => sight.sight === 'grant'),
      records.filter(({ sight }) => sight.sight !== 'grant'),
    ];
    const refsOf = (some: readonly SeenRecord[]) => some.map(({ recordRef }) => recordRef);
    const [opened, own] = await Promise.all([
      // whoever broke the glass is named in no row: the policy has let it in for a while
      asSystem(() => this.rows.of(refsOf(granted))),
      this.rows.of(refsOf(related)),
    ]);
    return records.map((record) => toStory(record, record.sight.sight === 'grant' ? opened : own, reader));
  }
}
