import type { AnswerOf } from '@ibex/sdk';
import type { Cell } from '../../frame/cells';
import { counted } from '../../frame/cells';
import type { Filling } from '../../frame/filling';
import { headed } from '../parts/crumbs';

export type Views = AnswerOf<'get', '/v1/views'>;
type Follower = Views['followers'][number];

export const PATH = '/console/operations/views';
const CRUMB = { text: 'Lag and health', href: PATH };
export const VIEW_DONE = {
  rebuilt: 'The view is built anew and in use.',
  building: 'The view is being built beside the live one; that goes on. It is in use once it has caught up.',
};

/** How far behind the head of the log, in words. */
export const lagOf = (
  { position, failing }: Follower,
  head: number,
): Readonly<{ text: string; colour: string; behind: number }> => {
  if (position === undefined) return { text: 'Has read nothing yet', colour: 'yellow', behind: head };
  const behind = Math.max(0, head - position);
  if (failing > 0) return { text: `Failed ${counted(failing, 'time')} in a row`, colour: 'red', behind };
  if (behind === 0) return { text: 'Up to date', colour: 'green', behind };
  return { text: `${counted(behind, 'fact')} behind`, colour: behind > 1000 ? 'red' : 'yellow', behind };
};

const VIEW = /^view:/;

const rowOf = (follower: Follower, { head, views }: Views): readonly Cell[] => {
  const { text, colour } = lagOf(follower, head);
  const view = follower.name.replace(VIEW, '');
  const isView = VIEW.test(follower.name) && views.includes(view);
  return [
    { mono: follower.name },
    { tag: text, colour },
    follower.position === undefined ? '0' : follower.position.toLocaleString('en-GB'),
    isView
      ? { text: 'Rebuild', href: `${PATH}/${encodeURIComponent(view)}/rebuild`, about: view }
      : { hint: 'not a view' },
  ];
};

/** In one sentence, how it stands. */
export const healthOf = ({ head, followers }: Views): Readonly<{ text: string; isWell: boolean }> => {
  const failing = followers.filter((one) => one.failing > 0).length;
  if (failing > 0)
    return {
      text: `${counted(failing, 'follower is', 'followers are')} failing. What they show stands still until they are well.`,
      isWell: false,
    };
  const behind = followers.filter((one) => lagOf(one, head).behind > 0).length;
  return behind === 0
    ? { text: 'Every follower has read the whole log.', isWell: true }
    : {
        text: `${counted(behind, 'follower is', 'followers are')} behind for the moment. That is usual while facts come in; look again in a minute.`,
        isWell: true,
      };
};

const worstFirst = (head: number) => (a: Follower, b: Follower) =>
  b.failing - a.failing || lagOf(b, head).behind - lagOf(a, head).behind || a.name.localeCompare(b.name);

export const viewsPage = (answer: Views, done?: string) => ({
  ...headed('Lag and health'),
  done,
  head: answer.head.toLocaleString('en-GB'),
  health: healthOf(answer),
  table: {
    caption: 'Who follows the log, the furthest behind first',
    columns: ['Follower', 'How it stands', 'Has read up to', 'What to do'],
    rows: answer.followers.toSorted(worstFirst(answer.head)).map((one) => rowOf(one, answer)),
  },
});

export const rebuildPage = (view: string, head: number, form: Filling) => ({
  ...headed('Rebuild a view', CRUMB),
  ...{
    form,
    view,
    head: head.toLocaleString('en-GB'),
    action: `${PATH}/${encodeURIComponent(view)}/rebuild`,
    back: PATH,
  },
});
