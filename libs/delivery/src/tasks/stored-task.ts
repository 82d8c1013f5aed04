import type { RecordedFact } from '@ibex/kernel';
import type { TaskDone, TaskFact, TaskOpened, TaskOvertaken } from './task.events';

const isOf = (fact: RecordedFact, type: TaskFact['type'], field: string): boolean =>
  fact.type === type && typeof fact.data[field] === 'string';

const isOpening = (data: object, fact: RecordedFact): data is TaskOpened['data'] =>
  isOf(fact, 'TaskOpened', 'recipient');
const isDoing = (data: object, fact: RecordedFact): data is TaskDone['data'] =>
  isOf(fact, 'TaskDone', 'means') || isOf(fact, 'TaskProofCorrected', 'means');
const isOvertaking = (data: object, fact: RecordedFact): data is TaskOvertaken['data'] =>
  isOf(fact, 'TaskOvertaken', 'joinedAt');

/** Codec: a stored fact of a task's stream, which holds only what the decider accepted; undefined for another type. */
export const toTaskFact = (fact: RecordedFact): TaskFact | undefined => {
  const { data } = fact;
  if (isOpening(data, fact)) return { type: 'TaskOpened', data };
  if (isOvertaking(data, fact)) return { type: 'TaskOvertaken', data };
  if (!isDoing(data, fact)) return undefined;
  return { type: fact.type === 'TaskDone' ? 'TaskDone' : 'TaskProofCorrected', data };
};
