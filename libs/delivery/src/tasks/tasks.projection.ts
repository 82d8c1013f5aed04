import { never } from '@ibex/kernel';
import type { RecordedFact, Row, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { toTaskFact } from './stored-task';
import { targetOf } from './task-target.rule';
import type { TaskDone, TaskFact, TaskOpened } from './task.events';
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
    proven: 0,
    corrections: 0,
    lateAt: data.duty?.dueAt ?? targetOf(data.urgency, data.noticeRecordedAt),
  };
  return { op: 'put', table: 'tasks', row };
};

const patch = (fact: RecordedFact, set: Row): RowChange => ({
  op: 'patch',
  table: 'tasks',
  where: { taskId: taskIdOf(fact) },
  set,
});

const told = ({ doneAt, means, proven }: TaskDone['data']): Row => ({
  doneAt,
  means,
  proven: proven ? 1 : 0,
});

/** How often what was said of the telling was put right, this time included. */
const correctionsIn = (earlier: readonly RecordedFact[]): number =>
  earlier.filter(({ type }) => type === 'TaskProofCorrected').length + 1;

const changeBy = (fact: RecordedFact, known: TaskFact, earlier: readonly RecordedFact[]): RowChange => {
  switch (known.type) {
    case 'TaskOpened':
      return opened(fact, known);
    case 'TaskDone':
      return patch(fact, { state: 'done', ...told(known.data) });
    case 'TaskProofCorrected':
      return patch(fact, { ...told(known.data), corrections: correctionsIn(earlier) });
    case 'TaskOvertaken':
      return patch(fact, { state: 'joined' });
    default:
      return never(known);
  }
};

/** The list of tasks "tell by other means": open, done, and overtaken by a joining. */
export const tasksProjection: Projection = {
  schema: TASKS_SCHEMA,
  filter: { categories: ['task'] },
  needsEarlier: true,
  project: (fact, earlier) => {
    const known = toTaskFact(fact);
    return known ? [changeBy(fact, known, earlier)] : [];
  },
};
