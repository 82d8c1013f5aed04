import type { ViewSchema } from '@ibex/kernel';

/** Tasks by sender; holds nothing personal. */
export const TASKS_SCHEMA: ViewSchema = {
  name: 'tasks',
  version: 2,
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
        proven: 'integer',
        corrections: 'integer',
        lateAt: 'text',
      },
      primaryKey: ['taskId'],
      indexes: [['owner', 'state', 'openedPosition'], ['owner', 'state', 'lateAt'], ['factId']],
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
  /** `joined`: the recipient reads its mailbox by now and finds the notice there. */
  state: 'open' | 'done' | 'joined';
  doneAt: string | null;
  means: string | null;
  /** 1 where a reference of the sending was given. */
  proven: number;
  corrections: number;
  /** The due date, else the service target: overdue from then on. */
  lateAt: string;
}>;
