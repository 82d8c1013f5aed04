import type { AnswerOf } from '@ibex/sdk';
import type { Cell, FactRow } from '../../frame/cells';
import { counted, orNone } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { CHANNELS, cadenceInWords, filterInWords, saidInWords, stateTag } from './subscription.words';
import type { Listed, Subscription } from './subscription.words';

type Answer = AnswerOf<'get', '/v1/subscriptions'>;

export const PATH = '/console/governance/subscriptions';
export const SUBSCRIPTIONS_CRUMB = { text: 'Subscriptions', href: PATH };
export const SUBSCRIPTION_DONE = {
  opened: 'The subscription is open.',
  changed: 'The subscription is changed.',
  paused: 'The subscription is paused. Entries wait in your mailbox.',
  resumed: 'The subscription goes on after the last entry that was sent.',
  closed: 'The subscription is closed for good. Your mailbox keeps every entry.',
  replayed: 'History is on its way once more, beside what is new.',
  redriven: 'The entries are on their way once more.',
};

const rowOf = (one: Listed): readonly Cell[] => [
  { text: one.name, href: `${PATH}/${one.id}` },
  CHANNELS[one.channel],
  filterInWords(one.filter),
  { lines: [stateTag(one), ...(one.trouble ? [{ hint: 'since' }, { when: one.trouble.since }] : [])] },
];

export const subscriptionsPage = (
  { subscriptions }: Answer,
  more: Readonly<{ all: boolean; drafts: readonly Cell[]; done?: string | undefined }>,
) => ({
  ...headed('Subscriptions'),
  ...more,
  table: {
    caption: more.all ? 'All subscriptions, closed ones too' : 'Open subscriptions',
    columns: ['Name', 'How it reaches you', 'What passes', 'State'],
    rows: subscriptions.map(rowOf),
  },
});

const troubleOf = ({ trouble, heldBecause }: Subscription) => ({
  ...(trouble
    ? {
        since: trouble.since,
        says: `${counted(trouble.attempts, 'try', 'tries')} in a row failed; ${counted(trouble.waiting, 'entry waits', 'entries wait')}. ${saidInWords(trouble.reason)}.`,
      }
    : {}),
  isHeld: heldBecause !== undefined,
});

const secretRows = ({ secrets = [] }: Subscription): readonly FactRow[] =>
  secrets.map(({ id, scheme, publicKey, signsUntil }) => ({
    key: signsUntil === undefined ? 'Signs now' : 'Signs too, for a while',
    value: {
      lines: [
        { mono: id },
        scheme === 'ed25519' ? 'Ed25519' : 'HMAC-SHA256',
        ...(publicKey === undefined ? [] : [{ mono: publicKey }]),
        ...(signsUntil === undefined ? [] : [{ hint: 'until' }, { when: signsUntil }]),
      ],
    },
  }));

const pauseRows = (one: Subscription): readonly FactRow[] =>
  one.state !== 'paused'
    ? []
    : [
        { key: 'Paused because', value: orNone(one.pausedBecause, (code) => ({ code })) },
        { key: 'Goes on', value: orNone(one.pausedUntil, (when) => ({ when }), 'When somebody resumes it') },
      ];

const mainRows = (one: Subscription): readonly FactRow[] => [
  { key: 'How it reaches you', value: CHANNELS[one.channel] },
  ...(one.target === undefined ? [] : [{ key: 'Where to', value: { mono: one.target } }]),
  { key: 'How often', value: cadenceInWords(one) },
  { key: 'What passes', value: filterInWords(one.filter) },
  {
    key: 'What it brings',
    value:
      one.payload === 'sealed'
        ? 'The detail too, sealed to your key'
        : 'That something is there, and where its detail is',
  },
  { key: 'Desk', value: orNone(one.desk, (code) => ({ code }), 'None named') },
  { key: 'Opened', value: { when: one.openedAt } },
  { key: 'Begins after entry', value: one.startsAfter },
  ...(one.urgentMayBeHiddenBy
    ? [
        {
          key: 'Urgent may be missing',
          value: { lines: ['Confirmed by', { mono: one.urgentMayBeHiddenBy.person }] },
        },
      ]
    : []),
  ...pauseRows(one),
];

const link = (id: string, path: string, text: string) => ({ href: `${PATH}/${id}/${path}`, text });

const linksOf = ({ id, state, channel }: Subscription) => [
  link(id, 'test', 'See which of the last entries pass'),
  link(id, 'attempts', 'Tries to reach your receiver'),
  link(id, 'set-aside', 'Entries that were set aside'),
  ...(state === 'closed' ? [] : [link(id, 'replay', 'Send history again')]),
  ...(state === 'closed' || channel !== 'webhook' ? [] : [link(id, 'rotate', 'Make a new signing secret')]),
  ...(state === 'live' ? [link(id, 'pause', 'Pause it')] : []),
  ...(state === 'closed' ? [] : [link(id, 'close', 'Close it for good')]),
];

export const subscriptionPage = (one: Subscription, done: string | undefined, key: string) => ({
  ...headed(one.name, SUBSCRIPTIONS_CRUMB),
  ...{ done, key, trouble: troubleOf(one), state: stateTag(one), path: `${PATH}/${one.id}` },
  isPaused: one.state === 'paused',
  isClosed: one.state === 'closed',
  rows: mainRows(one),
  secrets: secretRows(one),
  links: linksOf(one),
});
