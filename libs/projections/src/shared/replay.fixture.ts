import { categoryOf } from '@ibex/kernel';
import type { RecordedFact, Row, RowChange, ViewSchema } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';

/** For specs: what a recorded fact needs to say; the dull parts are filled in. */
export type Told = Readonly<{
  stream: string;
  type: string;
  data: Readonly<Record<string, unknown>>;
  by?: string;
  recordRef?: string;
  recordedAt?: string;
  sealed?: string;
  commandId?: string;
}>;

/** Facts at positions 0, 1, 2 … with ids `fact-0`, `fact-1` … recorded one minute apart on 3 March 2025. */
export const recorded = (...told: readonly Told[]): readonly RecordedFact[] =>
  told.map((fact, position) => ({
    id: `fact-${position}`,
    type: fact.type,
    data: fact.data,
    ...(fact.sealed === undefined ? {} : { sealed: fact.sealed }),
    metadata: {
      commandId: fact.commandId ?? `command-${position}`,
      commandDigest: `digest-of-${fact.commandId ?? `command-${position}`}`,
      correlationId: 'correlation',
      actor: { authority: fact.by ?? 'E09000008', person: 'p-1', role: 'placing-practitioner' },
      schemaVersion: 1,
      recordRef: fact.recordRef ?? 'record-ref-1',
    },
    recordedAt: fact.recordedAt ?? `2025-03-03T09:${String(position).padStart(2, '0')}:00.000Z`,
    stream: fact.stream,
    category: categoryOf(fact.stream),
    revision: told.slice(0, position).filter(({ stream }) => stream === fact.stream).length,
    position,
  }));

type Tables = Readonly<Record<string, readonly Row[]>>;
const matches = (row: Row, where: Row): boolean =>
  Object.entries(where).every(([column, value]) => row[column] === value);

const keyOf = (schema: ViewSchema, table: string, row: Row): Row => {
  const key = schema.tables.find(({ name }) => name === table)?.primaryKey ?? [];
  return Object.fromEntries(key.map((column) => [column, row[column] ?? null]));
};

const afterChange = (schema: ViewSchema, tables: Tables, change: RowChange): Tables => {
  const rows = tables[change.table];
  if (!rows) throw new Error(`the view declares no table ${change.table}`);
  switch (change.op) {
    case 'put': {
      const key = keyOf(schema, change.table, change.row);
      const next = rows.some((row) => matches(row, key))
        ? rows.map((row) => (matches(row, key) ? change.row : row))
        : [...rows, change.row];
      return { ...tables, [change.table]: next };
    }
    case 'patch':
      return {
        ...tables,
        [change.table]: rows.map((row) => (matches(row, change.where) ? { ...row, ...change.set } : row)),
      };
    case 'delete':
      return { ...tables, [change.table]: rows.filter((row) => !matches(row, change.where)) };
  }
};

const listens = ({ filter }: Projection, fact: RecordedFact): boolean =>
  (filter.categories === undefined && filter.types === undefined) ||
  filter.categories?.includes(fact.category) === true ||
  filter.types?.includes(fact.type) === true;

const projectOnto = (projection: Projection, start: Tables, facts: readonly RecordedFact[]): Tables =>
  facts.reduce((tables, fact, index) => {
    if (!listens(projection, fact)) return tables;
    const earlier = projection.needsEarlier
      ? facts.slice(0, index).filter(({ stream }) => stream === fact.stream)
      : [];
    return projection
      .project(fact, earlier)
      .reduce((before, change) => afterChange(projection.schema, before, change), tables);
  }, start);

const noRows = (schema: ViewSchema): Tables =>
  Object.fromEntries(schema.tables.map(({ name }) => [name, []]));

/** The rows of every table after these facts. */
export const rowsAfter = (projection: Projection, facts: readonly RecordedFact[]): Tables =>
  projectOnto(projection, noRows(projection.schema), facts);

/** The rows after the same facts were handled a second time, as after a crash before the checkpoint. */
export const rowsAfterTwice = (projection: Projection, facts: readonly RecordedFact[]): Tables =>
  projectOnto(projection, rowsAfter(projection, facts), facts);

/** Rows in the order of their text, for comparing two replays whose rows came in another order. */
export const inAnyOrder = (tables: Tables): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    ]),
  );
