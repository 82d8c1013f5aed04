import type { ViewSchema } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';

/** Who the child behind a record is, as last told: ciphertext, and which fact sealed it. */
export type ChildRow = Readonly<{ recordRef: string; factId: string; sealed: string }>;
export type ChildrenTables = Readonly<{ children: ChildRow }>;

/** No reader sees a row of this: the other views ask it about rows that they have shown to somebody. */
export const CHILDREN_SCHEMA: ViewSchema = {
  name: 'children',
  version: 1,
  tables: [
    {
      name: 'children',
      columns: { recordRef: 'text', factId: 'text', sealed: 'text' },
      primaryKey: ['recordRef'],
    },
  ],
};

/** The newest identity of each record, sealed as it was told, so that lists of children need not ask the log. */
export const childrenProjection: Projection = {
  schema: CHILDREN_SCHEMA,
  filter: { categories: ['record'] },
  project: ({ id, sealed, metadata: { recordRef } }) =>
    recordRef === undefined || sealed === undefined
      ? []
      : [{ op: 'put', table: 'children', row: { recordRef, factId: id, sealed } }],
};
