import type { Row, TableSchema, ViewSchema } from '@ibex/kernel';
import { Client } from 'pg';
import type { Connection, Submittable } from 'pg';

const CHUNK = 256 * 1024;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const cell = (value: string | number | null | undefined): string =>
  value === null || value === undefined
    ? '\\N'
    : String(value).replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] ?? c);

/** One table as COPY takes it. */
export type CopyText = Readonly<{ table: string; columns: readonly string[]; text: Buffer; rows: number }>;

type CopyConnection = Connection & {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

type Settled = Readonly<{ resolve: () => void; reject: (fault: unknown) => void }>;

/** COPY FROM STDIN in the words of the server's protocol; the client has the messages but no call that sends them. */
class CopyFrom implements Submittable {
  private fault: unknown;

  constructor(
    private readonly sql: string,
    private readonly text: Buffer,
    private readonly settled: Settled,
  ) {}

  submit(connection: Connection): void {
    (connection as CopyConnection).query(this.sql);
  }
  handleCopyInResponse(connection: CopyConnection): void {
    for (let from = 0; from < this.text.length; from += CHUNK)
      connection.sendCopyFromChunk(this.text.subarray(from, from + CHUNK));
    connection.endCopyFrom();
  }
  handleError(fault: unknown): void {
    this.fault = fault;
    this.settled.reject(fault);
  }
  handleCommandComplete(): void {
    // what counts is that the server is ready again
  }
  handleReadyForQuery(): void {
    if (this.fault === undefined) this.settled.resolve();
  }
}

const copyFrom = (client: Client, sql: string, text: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query(new CopyFrom(sql, text, { resolve, reject }));
  });

const quoted = (name: string): string => `"${name}"`;

const textOf = async (client: Client, { name, columns }: TableSchema): Promise<CopyText> => {
  const names = Object.keys(columns);
  const { rows } = await client.query<Row>(`SELECT ${names.map(quoted).join(', ')} FROM ${quoted(name)}`);
  const lines = rows.map((row) => `${names.map((column) => cell(row[column])).join('\t')}\n`);
  return { table: name, columns: names, text: Buffer.from(lines.join('')), rows: rows.length };
};

/** The rows that stand in the live copies of these views. */
export const rowsAsText = async (
  client: Client,
  views: readonly ViewSchema[],
): Promise<readonly CopyText[]> => {
  const texts: CopyText[] = [];
  for (const view of views) for (const table of view.tables) texts.push(await textOf(client, table));
  return texts;
};

/** An equal table of its own, with its key; the other indexes are made when the rows are there, as a rebuild does. */
const TYPES = { text: 'text COLLATE "C"', integer: 'bigint', real: 'double precision' } as const;
const createTable = ({ name, columns, primaryKey }: TableSchema): string => {
  const all = Object.entries(columns).map(([column, type]) => `${quoted(column)} ${TYPES[type]}`);
  const key = `PRIMARY KEY (${primaryKey.map(quoted).join(', ')})`;
  return `CREATE TABLE raw_copy.${quoted(name)} (${[...all, key].join(', ')})`;
};
const createIndexes = ({ name, indexes = [] }: TableSchema): readonly string[] =>
  indexes.map((columns) => `CREATE INDEX ON raw_copy.${quoted(name)} (${columns.map(quoted).join(', ')})`);

/** Seconds that the database takes for these rows by COPY, in one transaction, into equal tables with equal indexes. */
export const copySeconds = async (
  client: Client,
  views: readonly ViewSchema[],
  texts: readonly CopyText[],
): Promise<number> => {
  const tables = views.flatMap((view) => view.tables);
  await client.query('DROP SCHEMA IF EXISTS raw_copy CASCADE; CREATE SCHEMA raw_copy');
  for (const table of tables) await client.query(createTable(table));
  const begun = performance.now();
  await client.query('BEGIN');
  for (const { table, columns, text } of texts) {
    const sql = `COPY raw_copy.${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`;
    await copyFrom(client, sql, text);
  }
  for (const index of tables.flatMap(createIndexes)) await client.query(index);
  await client.query('COMMIT');
  return (performance.now() - begun) / 1000;
};

export const openRaw = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url, options: '-c search_path=ibex' });
  await client.connect();
  return client;
};
