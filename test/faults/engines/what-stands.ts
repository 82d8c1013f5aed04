import { randomUUID } from 'node:crypto';
import { EventStoreDbStore } from '@ibex/adapters/eventstoredb';
import { topicOf } from '@ibex/adapters/kafka';
import { Kafka, logLevel } from 'kafkajs';
import type { Consumer, KafkaMessage } from 'kafkajs';
import { Client } from 'pg';
import type { LogRow } from '../invariants';

/** A record of a topic, in the order in which each partition holds them. */
export type Arrived = Readonly<{ authority: string; key: string; id: string; sequence: number }>;
export type MailboxRow = Readonly<{
  authority: string;
  sequence: number;
  entryId: string;
  factId: string;
  recordRef: string;
  position: number;
}>;

export const logOf = async (connectionString: string): Promise<readonly LogRow[]> => {
  const store = new EventStoreDbStore({ connectionString });
  const rows: LogRow[] = [];
  try {
    for await (const facts of store.readAll({ batchSize: 1_000 }))
      for (const { position, stream, revision, id, type, metadata } of facts)
        rows.push({ position, stream, revision, id, type, command: metadata.commandId });
    return rows;
  } finally {
    await store.close();
  }
};

/** One question to the database itself, past every proxy and every wall. */
export const ask = async <R extends object>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly R[]> => {
  const client = new Client({ connectionString: url, options: '-c search_path=ibex' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
};

export const mailboxesOf = (url: string): Promise<readonly MailboxRow[]> =>
  ask<MailboxRow>(
    url,
    `SELECT authority, sequence::int AS sequence, entry_id AS "entryId", fact_id AS "factId", record_ref AS "recordRef",
       (entry::json ->> 'position')::float AS position
     FROM mailbox_entries ORDER BY authority, mailbox_entries.sequence`,
  );

/** Mailboxes whose cursor stands elsewhere than at their end. */
export const behindOf = async (url: string): Promise<readonly string[]> => {
  const rows = await ask<{ authority: string }>(
    url,
    `SELECT h.authority FROM mailbox_heads h
     LEFT JOIN cursors c ON c.authority = h.authority AND c.channel = 'kafka'
     WHERE coalesce(c.sequence, 0) <> h.head ORDER BY 1`,
  );
  return rows.map(({ authority }) => authority);
};

/** Where the mailboxes end. */
export const headsOf = async (url: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await ask<{ authority: string; head: number }>(
    url,
    'SELECT authority, head::int AS head FROM mailbox_heads',
  );
  return new Map(rows.map(({ authority, head }) => [authority, head]));
};

/** Up to which entry each topic has its mailbox for certain. */
export const cursorsOf = async (url: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await ask<{ authority: string; sequence: number }>(
    url,
    "SELECT authority, sequence::int AS sequence FROM cursors WHERE channel = 'kafka'",
  );
  return new Map(rows.map(({ authority, sequence }) => [authority, sequence]));
};

/** Every row of every view, as text, to compare before and after a rebuild from zero. */
export const viewRowsOf = async (url: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const views = await ask<{ name: string }>(
    url,
    `SELECT table_name AS name FROM information_schema.views
     WHERE table_schema = 'ibex' AND position('__' IN table_name) = 0 ORDER BY 1`,
  );
  const rows: Record<string, readonly string[]> = {};
  for (const { name } of views)
    rows[name] = (await ask(url, `SELECT * FROM "${name}"`)).map((row) => JSON.stringify(row)).sort();
  return rows;
};

const toArrived = (authority: string, { key, value, headers }: KafkaMessage): Arrived => ({
  authority,
  key: key?.toString() ?? '',
  id: String(headers?.['ce_id']),
  sequence: Number(headers?.['ce_sequence'] ?? (value === null ? 0 : Number.NaN)),
});

type Ends = Map<string, bigint>;

const endsOf = async (client: Kafka, authorities: readonly string[]): Promise<Ends> => {
  const admin = client.admin();
  await admin.connect();
  try {
    const ends: Ends = new Map();
    for (const topic of authorities.map(topicOf)) {
      const filled = (await admin.fetchTopicOffsets(topic)).filter(({ high, low }) => high !== low);
      for (const { partition, high } of filled) ends.set(`${topic}/${partition}`, BigInt(high));
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
};

const readUpTo = (consumer: Consumer, ends: Ends, take: (topic: string, message: KafkaMessage) => void) =>
  new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: ({ topic, partition, message }) => {
          const place = `${topic}/${partition}`;
          take(topic, message);
          if (BigInt(message.offset) + 1n >= (ends.get(place) ?? 0n)) ends.delete(place);
          if (ends.size === 0) resolve();
          return Promise.resolve();
        },
      })
      .catch(reject);
  });

/** Everything that stands in the topics now, read from their beginning by a consumer that nobody knows. */
export const arrivedIn = async (
  brokers: string,
  authorities: readonly string[],
): Promise<readonly Arrived[]> => {
  const client = new Kafka({ brokers: [brokers], clientId: 'auditor', logLevel: logLevel.NOTHING });
  const ends = await endsOf(client, authorities);
  const arrived: Arrived[] = [];
  if (ends.size === 0) return arrived;
  const consumer = client.consumer({ groupId: `auditor-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: authorities.map(topicOf), fromBeginning: true });
    await readUpTo(consumer, ends, (topic, message) => {
      arrived.push(toArrived(topic.slice(topicOf('').length), message));
    });
    return arrived;
  } finally {
    await consumer.disconnect();
  }
};
