import type { RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { toTaskFact } from './stored-task';
import type { TaskDone, TaskOpened } from './task.events';
import { TASKS_SCHEMA } from './tasks.schema';
import type { TaskRow } from './tasks.schema';

const taskIdOf = ({ stream }: RecordedFact): string => stream.slice('task-'.length);

const opened = (fact: RecordedFact, { data }: TaskOpened): RowChange => {
  const row: TaskRow = {
    taskId: taskIdOf(fact),
    owner: data.owner,
    recipient: data.recipient,
    notice: data.notice,
    factId: data.factId,
    recordRef: fact.metadata.recordRef ?? null,
    message: data.message,
    capacity: data.capacity,
    urgency: data.urgency,
    basis: JSON.stringify(data.basis),
    duty: data.duty?.text ?? null,
    dueAt: data.duty?.dueAt ?? null,
    openedAt: fact.recordedAt,
    openedPosition: fact.position,
    state: 'open',
    doneAt: null,
    means: null,
  };
  return { op: 'put', table: 'tasks', row };
};

const done = (fact: RecordedFact, { data }: TaskDone): RowChange => ({
  op: 'patch',
  table: 'tasks',
  where: { taskId: taskIdOf(fact) },
  set: { state: 'done', doneAt: data.doneAt, means: data.means },
});

/** The list of tasks "tell by other means", open and done. */
export const tasksProjection: Projection = {
  schema: TASKS_SCHEMA,
  filter: { categories: ['task'] },
  project: (fact) => {
    const known = toTaskFact(fact);
    if (!known) return [];
    return [known.type === 'TaskOpened' ? opened(fact, known) : done(fact, known)];
  },
};
