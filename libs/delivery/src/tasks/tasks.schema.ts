import type { ViewSchema } from '@ibex/kernel';

/** Tasks by sender; holds nothing personal. */
export const TASKS_SCHEMA: ViewSchema = {
  name: 'tasks',
  version: 1,
  tables: [
    {
      name: 'tasks',
      columns: {
        taskId: 'text',
        owner: 'text',
        recipient: 'text',
        notice: 'text',
        factId: 'text',
        recordRef: 'text',
        message: 'text',
        capacity: 'text',
        urgency: 'text',
        basis: 'text',
        duty: 'text',
        dueAt: 'text',
        openedAt: 'text',
        openedPosition: 'integer',
        state: 'text',
        doneAt: 'text',
        means: 'text',
      },
      primaryKey: ['taskId'],
      indexes: [['owner', 'state', 'openedPosition'], ['factId']],
      sight: [{ column: 'owner' }],
    },
  ],
};

/** A row of the table `tasks`. */
export type TaskRow = Readonly<{
  taskId: string;
  owner: string;
  recipient: string;
  notice: string;
  factId: string;
  recordRef: string | null;
  message: string;
  capacity: string;
  urgency: string;
  /** JSON of a LegalBasis. */
  basis: string;
  duty: string | null;
  dueAt: string | null;
  openedAt: string;
  openedPosition: number;
  state: 'open' | 'done';
  doneAt: string | null;
  means: string | null;
}>;
