import type { AnswerOf } from '@ibex/sdk';
import { addressOf } from '../../frame/asked';
import type { Cell, FactRow } from '../../frame/cells';
import { orNone } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { messageInWords, shortly, urgencyColour } from '../parts/words';

type Answer = AnswerOf<'get', '/v1/tasks'>;
type Listed = Answer['tasks'][number];
export type Task = AnswerOf<'get', '/v1/tasks/{id}'>;

export const PATH = '/console/governance/tasks';
export const TASKS_CRUMB = { text: 'Tell by other means', href: PATH };
export const TASK_DONE = {
  told: 'It is on record how the authority was told.',
  corrected: 'What you put right is on record. What was said before stays to be seen.',
};
export const PER_PAGE = 50;

export const MEANS = {
  'secure-email': 'Secure e-mail',
  telephone: 'Telephone',
  post: 'Post',
  portal: 'A portal of theirs',
  'in-person': 'In person',
  other: 'In another way',
} as const;

export const FILTERS = {
  open: 'Still to be told',
  overdue: 'Overdue only',
  done: 'Told',
  joined: 'Reads its mailbox here by now',
  all: 'All',
} as const;
export type Filter = keyof typeof FILTERS;
export const filterOf = (text: string): Filter =>
  Object.keys(FILTERS).find((known): known is Filter => known === text) ?? 'open';

/** The filter as the exchange takes it. */
export const tasksWanted = (filter: Filter, after: number | undefined) => ({
  ...(filter === 'overdue' ? { overdue: 'only' as const } : { state: filter }),
  ...(after === undefined ? {} : { after }),
  limit: PER_PAGE,
});

const dueCell = ({ dueAt, targetAt, state, doneAt }: Listed): Cell => {
  if (state === 'done') return orNone(doneAt, (when) => ({ lines: [{ hint: 'told' }, { when }] }));
  if (dueAt !== undefined) return { lines: [{ when: dueAt }, { hint: 'by law' }] };
  return orNone(targetAt, (when) => ({ lines: [{ when }, { hint: 'service target; law gives no number' }] }));
};

const stateCell = ({ state, overdue, proven, corrections = 0 }: Listed): Cell => {
  if (state === 'joined') return { tag: 'In its mailbox', colour: 'grey' };
  if (state === 'done')
    return {
      lines: [
        {
          tag: proven === true ? 'Told, with proof' : 'Told, no proof',
          colour: proven === true ? 'green' : 'yellow',
        },
        ...(corrections > 0 ? [{ hint: 'put right since' }] : []),
      ],
    };
  return overdue ? { tag: 'Overdue', colour: 'red' } : { tag: 'To be told', colour: 'yellow' };
};

const rowOf = (task: Listed): readonly Cell[] => [
  { text: task.recipientName, href: `${PATH}/${task.id}`, about: messageInWords(task.message) },
  {
    lines: [
      messageInWords(task.message),
      ...(task.tellInstead ? [{ before: 'Tell instead:', boroughs: task.tellInstead }] : []),
    ],
  },
  { tag: task.urgency.charAt(0).toUpperCase() + task.urgency.slice(1), colour: urgencyColour(task.urgency) },
  dueCell(task),
  stateCell(task),
];

/** Authorities that read no mailbox here and have to be told otherwise. */
export const tasksPage = (
  { tasks, next }: Answer,
  { filter, isLater, done }: Readonly<{ filter: Filter; isLater: boolean; done?: string | undefined }>,
) => ({
  ...headed('Tell by other means'),
  done,
  filter,
  filters: Object.entries(FILTERS).map(([value, text]) => ({
    ...{ text, href: addressOf(PATH, { show: value }), current: value === filter },
  })),
  table: {
    caption: FILTERS[filter],
    columns: ['Authority', 'What', 'Urgency', 'By when', 'State'],
    rows: tasks.map(rowOf),
  },
  links: {
    ...(next === undefined ? {} : { next: addressOf(PATH, { show: filter, after: String(next) }) }),
    ...(isLater ? { first: addressOf(PATH, { show: filter }) } : {}),
  },
});

const proofRows = ({
  proofs,
}: Task): readonly Readonly<{ heading: string; holds: boolean; rows: readonly FactRow[] }>[] =>
  proofs.toReversed().map((proof, at) => ({
    heading: at === 0 ? 'What is on record' : 'Said before, and put right since',
    holds: at === 0,
    rows: [
      { key: 'Told', value: { when: proof.doneAt } },
      { key: 'How', value: MEANS[proof.means] },
      { key: 'Proof', value: orNone(proof.reference, (text) => text, 'No reference is on record') },
      { key: 'By whom', value: orNone(proof.sentBy, (text) => text) },
      { key: 'To whom', value: orNone(proof.sentTo, (text) => text) },
      { key: 'Note', value: orNone(proof.note, (text) => text, 'None') },
      {
        key: 'Put on record',
        value: { lines: [{ when: proof.recordedAt }, { mono: shortly(proof.person) }] },
      },
    ],
  }));

export const taskPage = (task: Task, more: Readonly<{ mayTell: boolean; done?: string | undefined }>) => ({
  ...headed(`Tell ${task.recipientName}`, TASKS_CRUMB),
  ...more,
  state: stateCell(task),
  isOpen: task.state === 'open',
  isDone: task.state === 'done',
  hasJoined: task.state === 'joined',
  path: `${PATH}/${task.id}`,
  tellInstead: task.tellInstead ?? [],
  rows: [
    { key: 'Authority', value: task.recipientName },
    { key: 'What', value: messageInWords(task.message) },
    { key: 'As', value: { code: task.capacity } },
    { key: 'By when', value: dueCell(task) },
    { key: 'Opened', value: { when: task.openedAt } },
    ...(task.recordRef === undefined ? [] : [{ key: 'Record', value: { mono: task.recordRef } }]),
  ] satisfies readonly FactRow[],
  proofs: proofRows(task),
});
