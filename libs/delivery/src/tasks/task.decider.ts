import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Decision, Refusal, Request } from '@ibex/kernel';
import type { TaskDone, TaskFact, TaskOpened } from './task.events';

export type OpenTask = Request<'OpenTask', TaskOpened['data']>;
export type MarkTaskDone = Request<'MarkTaskDone', TaskDone['data'], Readonly<{ note?: string }>>;
export type TaskCommand = OpenTask | MarkTaskDone;

export type TaskState =
  | Readonly<{ phase: 'none' }>
  | Readonly<{ phase: 'open'; owner: string }>
  | Readonly<{ phase: 'done'; owner: string }>;

export type TaskRefusal = Refusal<'task/not-known' | 'task/already-done' | 'task/in-the-future'>;

const notKnown = refuse('task/not-known', 'There is no such task of your authority.');

const decideDone = (
  { data, personal }: MarkTaskDone,
  state: TaskState,
  now: string,
): Decision<TaskFact, TaskRefusal> => {
  if (state.phase === 'none' || state.owner !== data.by) return notKnown;
  if (state.phase === 'done') {
    return refuse('task/already-done', 'This authority was already told by other means; see the task.');
  }
  if (data.doneAt > now) {
    return refuse(
      'task/in-the-future',
      'The authority cannot have been told at a time that is still to come.',
      'doneAt',
    );
  }
  const fact = { type: 'TaskDone', data } as const;
  return accept<TaskFact>(personal === undefined ? fact : { ...fact, personal });
};

const decide = (command: TaskCommand, state: TaskState, now: string): Decision<TaskFact, TaskRefusal> => {
  if (command.type === 'MarkTaskDone') return decideDone(command, state, now);
  // opened once per fact and recipient, however often the router passes
  return state.phase === 'none' ? accept<TaskFact>({ type: 'TaskOpened', data: command.data }) : accept();
};

const evolve = (state: TaskState, fact: TaskFact): TaskState => {
  switch (fact.type) {
    case 'TaskOpened':
      return { phase: 'open', owner: fact.data.owner };
    case 'TaskDone':
      return state.phase === 'open' ? { phase: 'done', owner: state.owner } : state;
    default:
      return never(fact);
  }
};

/** "Tell by other means": opened by the router, marked as done by the sender, how and when. */
export const taskDecider: Decider<TaskCommand, TaskFact, TaskState, TaskRefusal> = {
  initialState: { phase: 'none' },
  decide,
  evolve,
};
