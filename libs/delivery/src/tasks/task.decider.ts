import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Decision, Refusal, Request } from '@ibex/kernel';
import type { TaskDone, TaskFact, TaskOpened, TaskOvertaken } from './task.events';

export type OpenTask = Request<'OpenTask', TaskOpened['data']>;
type Words = NonNullable<TaskDone['personal']>;
export type MarkTaskDone = Request<'MarkTaskDone', TaskDone['data'], Words>;
export type CorrectTaskProof = Request<'CorrectTaskProof', TaskDone['data'], Words>;
export type OvertakeTask = Request<'OvertakeTask', TaskOvertaken['data']>;
export type TaskCommand = OpenTask | MarkTaskDone | CorrectTaskProof | OvertakeTask;

export type TaskState =
  Readonly<{ phase: 'none' }> | Readonly<{ phase: 'open' | 'done' | 'joined'; owner: string }>;

export type TaskRefusal = Refusal<
  'task/not-known' | 'task/already-done' | 'task/not-done' | 'task/recipient-joined' | 'task/in-the-future'
>;

const notKnown = refuse('task/not-known', 'There is no such task of your authority.');

type Telling = MarkTaskDone | CorrectTaskProof;

/** Why a task cannot be said to be told now, or told otherwise. */
const standsAgainst = (
  { type }: Telling,
  { phase }: TaskState,
): Decision<TaskFact, TaskRefusal> | undefined => {
  if (phase === 'joined') {
    return refuse(
      'task/recipient-joined',
      'This authority reads its mailbox here by now and finds the notice there; there is nothing to tell.',
    );
  }
  if (type === 'MarkTaskDone' && phase === 'done') {
    return refuse(
      'task/already-done',
      'This authority was already told by other means. Where what you said of it was wrong, correct the proof.',
    );
  }
  return type === 'CorrectTaskProof' && phase === 'open'
    ? refuse('task/not-done', 'There is no proof to correct: nobody has said that this authority was told.')
    : undefined;
};

const decideTelling = (command: Telling, state: TaskState, now: string): Decision<TaskFact, TaskRefusal> => {
  const { type, data, personal } = command;
  if (state.phase === 'none' || state.owner !== data.by) return notKnown;
  const refused = standsAgainst(command, state);
  if (refused) return refused;
  if (data.doneAt > now) {
    return refuse(
      'task/in-the-future',
      'The authority cannot have been told at a time that is still to come.',
      'doneAt',
    );
  }
  const fact = { type: type === 'MarkTaskDone' ? 'TaskDone' : 'TaskProofCorrected', data } as const;
  return accept<TaskFact>(personal === undefined ? fact : { ...fact, personal });
};

const decide = (command: TaskCommand, state: TaskState, now: string): Decision<TaskFact, TaskRefusal> => {
  switch (command.type) {
    case 'OpenTask':
      // opened once per fact and recipient, however often the router passes
      return state.phase === 'none' ? accept<TaskFact>({ type: 'TaskOpened', data: command.data }) : accept();
    case 'OvertakeTask':
      return state.phase === 'open'
        ? accept<TaskFact>({ type: 'TaskOvertaken', data: command.data })
        : accept();
    case 'MarkTaskDone':
    case 'CorrectTaskProof':
      return decideTelling(command, state, now);
    default:
      return never(command);
  }
};

const evolve = (state: TaskState, fact: TaskFact): TaskState => {
  switch (fact.type) {
    case 'TaskOpened':
      return { phase: 'open', owner: fact.data.owner };
    case 'TaskDone':
      return state.phase === 'open' ? { phase: 'done', owner: state.owner } : state;
    case 'TaskProofCorrected':
      return state;
    case 'TaskOvertaken':
      return state.phase === 'open' ? { phase: 'joined', owner: state.owner } : state;
    default:
      return never(fact);
  }
};

/** "Tell by other means": opened by the router, marked as done by the sender, how and when; or overtaken by a joining. */
export const taskDecider: Decider<TaskCommand, TaskFact, TaskState, TaskRefusal> = {
  initialState: { phase: 'none' },
  decide,
  evolve,
};
