import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** An entry of a mailbox, as far as receivers are told of it. */
export type ToldEntry = Readonly<{
  authority: string;
  sequence: number;
  id: string;
  child: string;
  urgency: string;
}>;

/** That an entry was delivered, as the log says it. */
export type RecordedDelivery = Readonly<{ stream: string; authority: string; sequence: number }>;

/** What the stores of an exchange say, also of one that was killed a moment ago. */
export type Recorded = Readonly<{
  entries: readonly ToldEntry[];
  deliveries: readonly RecordedDelivery[];
  /** By the id of the subscription: everything up to this number is dealt with. */
  cursors: ReadonlyMap<string, number>;
}>;

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (file: string, sql: string): readonly Row[] => {
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
};

/** Of boroughs: canaries have a mailbox of their own, which nobody subscribes to. */
export const entriesOf = (home: string): readonly ToldEntry[] =>
  rowsOf(
    join(home, 'views.sqlite'),
    `SELECT authority, sequence, entry_id AS id, record_ref AS child, entry ->> '$.urgency' AS urgency
     FROM mailbox_entries WHERE authority LIKE 'E%' ORDER BY authority, sequence`,
  ) as unknown as readonly ToldEntry[];

const deliveriesOf = (home: string): readonly RecordedDelivery[] =>
  rowsOf(
    join(home, 'log.sqlite'),
    `SELECT stream, data ->> '$.authority' AS authority, data ->> '$.sequence' AS sequence
     FROM facts WHERE type = 'NoticeDelivered' AND data ->> '$.channel' = 'webhook'`,
  ) as unknown as readonly RecordedDelivery[];

const cursorsOf = (home: string): ReadonlyMap<string, number> =>
  new Map(
    rowsOf(
      join(home, 'views.sqlite'),
      `SELECT substr(channel, 14) AS id, sequence FROM cursors WHERE channel LIKE 'subscription:%'`,
    ).map(({ id, sequence }) => [String(id), Number(sequence)]),
  );

export const whatWasRecorded = (home: string): Recorded => ({
  entries: entriesOf(home),
  deliveries: deliveriesOf(home),
  cursors: cursorsOf(home),
});
