import type { AnswerOf } from '@ibex/sdk';
import { addressOf } from '../../frame/asked';
import type { Cell } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import type { Filling } from '../../frame/filling';
import { saidInWords } from './subscription.words';
import type { Subscription } from './subscription.words';
import { PATH, SUBSCRIPTIONS_CRUMB } from './subscriptions.page';

type Attempts = AnswerOf<'get', '/v1/subscriptions/{id}/attempts'>;
type Attempt = Attempts['attempts'][number];
type Aside = AnswerOf<'get', '/v1/subscriptions/{id}/set-aside'>;

export const OUTCOMES = {
  taken: 'Taken',
  later: 'Asked to come later, or failed',
  refused: 'Refused',
  gone: 'Wants nothing more',
} as const;
export const isOutcome = (code: string): code is keyof typeof OUTCOMES => Object.hasOwn(OUTCOMES, code);
const COLOURS = { taken: 'green', later: 'yellow', refused: 'red', gone: 'red' } as const;

const crumbsTo = (one: Pick<Subscription, 'id' | 'name'>) => [
  SUBSCRIPTIONS_CRUMB,
  { text: one.name, href: `${PATH}/${one.id}` },
];

const lengthOf = (ms: number): string =>
  ms < 1000 ? `${String(ms)} ms` : `${(ms / 1000).toFixed(1)} seconds`;

const attemptRow = ({
  at,
  outcome,
  status,
  reason,
  sequence,
  durationMs,
  more,
}: Attempt): readonly Cell[] => [
  { when: at },
  String(sequence),
  { tag: OUTCOMES[outcome], colour: COLOURS[outcome] },
  {
    lines: [
      ...(status === undefined ? [] : [`Status ${String(status)}`]),
      ...(reason === undefined ? [] : [saidInWords(reason)]),
    ],
  },
  {
    lines: [
      lengthOf(durationMs),
      ...(more === undefined ? [] : [{ hint: `and ${String(more)} more like it in that minute` }]),
    ],
  },
];

export const attemptsPage = (
  one: Subscription,
  { attempts, next }: Attempts,
  asked: Readonly<{ outcome: string; before: string }>,
) => {
  const path = `${PATH}/${one.id}/attempts`;
  const { outcome } = asked;
  return {
    ...headed('Tries to reach your receiver', ...crumbsTo(one)),
    form: { entries: { outcome }, lists: {} },
    outcomes: [
      { value: '', text: 'Any' },
      ...Object.entries(OUTCOMES).map(([value, text]) => ({ value, text })),
    ],
    path,
    isFiltered: outcome !== '',
    table: {
      caption: 'The newest first, kept for 30 days',
      columns: ['When', 'Entry', 'How it ended', 'What your receiver said', 'It took'],
      rows: attempts.map(attemptRow),
    },
    links: {
      ...(next === undefined ? {} : { next: addressOf(path, { outcome, before: String(next) }) }),
      ...(asked.before === '' ? {} : { first: addressOf(path, { outcome }) }),
    },
  };
};

const refusalInWords = (reason: string, status: number | undefined): string =>
  `${saidInWords(reason)}${status === undefined ? '' : `, with status ${String(status)}`}`;

/** Entries that the receiver refused again and again. */
export const asidePage = (
  one: Subscription,
  { entries, next }: Aside,
  more: Readonly<{ form: Filling; done?: string | undefined; isLater: boolean }>,
) => {
  const path = `${PATH}/${one.id}/set-aside`;
  const waiting = entries.filter(({ state }) => state === 'set-aside').map(({ sequence }) => sequence);
  // where a message about all of them leads to
  const idOf = (sequence: number): string =>
    sequence === waiting[0] ? 'sequences' : `entry-${String(sequence)}`;
  return {
    ...headed('Entries that were set aside', ...crumbsTo(one)),
    ...{ form: more.form, done: more.done, action: `${path}/redrive` },
    entries: entries.map(({ sequence, state, reason, status, setAsideAt, messageId }) => ({
      ...{ sequence: String(sequence), isWaiting: state === 'set-aside', setAsideAt, messageId },
      ...{ id: idOf(sequence), says: refusalInWords(reason, status) },
    })),
    waiting: waiting.length,
    links: {
      ...(next === undefined ? {} : { next: addressOf(path, { after: String(next) }) }),
      ...(more.isLater ? { first: path } : {}),
    },
  };
};
