import type { ViewSchema } from '@ibex/kernel';

/** Where an authority stands with the entries of its own mailbox; holds nothing personal. */
export const STANDING_SCHEMA: ViewSchema = {
  name: 'standing',
  version: 1,
  tables: [
    {
      name: 'standing',
      columns: {
        entryId: 'text',
        authority: 'text',
        sequence: 'integer',
        openedAt: 'text',
        openedBy: 'text',
        openedRole: 'text',
        acknowledgedAt: 'text',
        acknowledgedBy: 'text',
        acknowledgedRole: 'text',
        actions: 'text',
        asked: 'integer',
        answered: 'integer',
      },
      primaryKey: ['entryId'],
      indexes: [['authority', 'sequence']],
      sight: [{ column: 'authority' }],
    },
  ],
};

/** A row of the table `standing`: of an entry that somebody has opened, taken on or asked about. */
export type StandingRow = Readonly<{
  entryId: string;
  authority: string;
  sequence: number;
  openedAt: string | null;
  openedBy: string | null;
  openedRole: string | null;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  acknowledgedRole: string | null;
  /** JSON of what was done, oldest first. */
  actions: string;
  asked: number;
  answered: number;
}>;
