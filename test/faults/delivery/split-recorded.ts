import { EventStoreDbStore } from '@ibex/adapters/eventstoredb';
import type { RecordedFact } from '@ibex/kernel';
import { ask } from '../engines/what-stands';
import type { Recorded, RecordedDelivery, ToldEntry } from './what-was-recorded';

const entriesOf = (url: string): Promise<readonly ToldEntry[]> =>
  ask<ToldEntry>(
    url,
    `SELECT authority, sequence::int AS sequence, entry_id AS id, record_ref AS child,
       entry::json ->> 'urgency' AS urgency
     FROM mailbox_entries WHERE authority LIKE 'E%' ORDER BY authority, mailbox_entries.sequence`,
  );

const cursorsOf = async (url: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await ask<{ id: string; sequence: number }>(
    url,
    `SELECT substr(channel, 14) AS id, sequence::int AS sequence FROM cursors WHERE channel LIKE 'subscription:%'`,
  );
  return new Map(rows.map(({ id, sequence }) => [id, sequence]));
};

const isByWebhook = ({ type, data }: RecordedFact): boolean =>
  type === 'NoticeDelivered' && data['channel'] === 'webhook';

const toDelivery = ({ stream, data }: RecordedFact): RecordedDelivery => ({
  stream,
  authority: String(data['authority']),
  sequence: Number(data['sequence']),
});

const deliveriesOf = async (connectionString: string): Promise<readonly RecordedDelivery[]> => {
  const store = new EventStoreDbStore({ connectionString });
  const found: RecordedDelivery[] = [];
  try {
    for await (const facts of store.readAll({ batchSize: 1_000 }))
      found.push(...facts.filter(isByWebhook).map(toDelivery));
    return found;
  } finally {
    await store.close();
  }
};

/** What PostgreSQL and the log of a split say. Cursors first: what they have passed is then in everything read later. */
export const whatTheSplitRecorded = async (postgres: string, log: string): Promise<Recorded> => {
  const cursors = await cursorsOf(postgres);
  const deliveries = await deliveriesOf(log);
  return { cursors, deliveries, entries: await entriesOf(postgres) };
};
