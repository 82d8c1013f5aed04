import { Inject, Injectable } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';
import type { TaskRow } from './tasks.schema';

type Column = keyof TaskRow;

/** What this list needs of the reading database. It is a Kysely, which only views and adapters may name. */
interface TaskRows {
  where(column: Column, operator: '=' | '>' | '<=', value: string | number): TaskRows;
  orderBy(column: Column): TaskRows;
  limit(rows: number): TaskRows;
  execute(): Promise<readonly TaskRow[]>;
}
export interface TaskDb {
  selectFrom(table: 'tasks'): { selectAll(): TaskRows };
}

/** `after`: position of the last task of the page before. */
export type TaskPage = Readonly<{
  state: TaskRow['state'] | 'all';
  after: number;
  limit: number;
  /** Only what is open and was to be told by then. */
  overdueAt?: string;
}>;

/** Tasks by sender, oldest first. */
@Injectable()
export class TaskList {
  constructor(@Inject(READ_DB) private readonly db: TaskDb) {}

  async of(owner: string, { state, after, limit, overdueAt }: TaskPage): Promise<readonly TaskRow[]> {
    const ours = this.tasks().where('owner', '=', owner).where('openedPosition', '>', after);
    const wanted = state === 'all' ? ours : ours.where('state', '=', state);
    const late =
      overdueAt === undefined ? wanted : ours.where('state', '=', 'open').where('lateAt', '<=', overdueAt);
    return late.orderBy('openedPosition').limit(limit).execute();
  }

  async find(taskId: string): Promise<TaskRow | undefined> {
    return (await this.tasks().where('taskId', '=', taskId).limit(1).execute())[0];
  }

  async ofFact(factId: string): Promise<readonly TaskRow[]> {
    return this.tasks().where('factId', '=', factId).orderBy('openedPosition').execute();
  }

  private tasks(): TaskRows {
    return this.db.selectFrom('tasks').selectAll();
  }
}
