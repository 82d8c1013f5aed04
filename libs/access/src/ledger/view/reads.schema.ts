import type { ViewSchema } from '@ibex/kernel';

/** One look at one record. `listId`: id of the fact that named it; the same list seen again moves `lastAt` on. */
export type ReadRow = Readonly<{
  position: number;
  recordRef: string;
  owner: string;
  /** To whom the row is shown besides the owner: whose people looked; nobody, where it was restricted and nothing shown. */
  authority: string;
  /** Whose people looked. */
  byAuthority: string;
  person: string;
  role: string;
  what: string;
  purpose: string;
  basisText: string;
  basisSource: string;
  at: string;
  lastAt: string;
  lastPosition: number;
  listId: string | null;
  /** 1: the owner was told by an entry in its mailbox. */
  told: number;
}>;

export const READS_SCHEMA: ViewSchema = {
  name: 'reads',
  version: 1,
  tables: [
    {
      name: 'reads',
      columns: {
        ...{ position: 'integer', recordRef: 'text', owner: 'text', authority: 'text' },
        ...{ byAuthority: 'text', person: 'text' },
        ...{ role: 'text', what: 'text', purpose: 'text', basisText: 'text', basisSource: 'text' },
        ...{ at: 'text', lastAt: 'text', lastPosition: 'integer', listId: 'text', told: 'integer' },
      },
      primaryKey: ['position', 'recordRef'],
      indexes: [['owner', 'position'], ['authority', 'position'], ['recordRef', 'lastPosition'], ['listId']],
      // whose record it is, and whose people were shown something of it
      sight: [{ column: 'owner' }, { column: 'authority' }],
    },
  ],
};
