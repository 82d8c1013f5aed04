import type { AnswerOf } from '@ibex/sdk';
import { timeInWords } from '../../frame/time-words';
import type { Cell } from '../../frame/cells';

export type Subscription = AnswerOf<'get', '/v1/subscriptions/{id}'>;
export type Listed = AnswerOf<'get', '/v1/subscriptions'>['subscriptions'][number];
export type Filter = Listed['filter'];
export type Channel = Listed['channel'];

export const CHANNELS = {
  'email-digest': 'An e-mail to a desk',
  webhook: 'A message to your own system (webhook)',
  'file-drop': 'A file in a folder',
  'pull-feed': 'Your system fetches what is new',
  'event-stream': 'Your system keeps a stream open',
  bus: 'Your topic on the message bus (Kafka)',
} as const satisfies Readonly<Record<Channel, string>>;

export const CHANNEL_HINTS: Readonly<Record<Channel, string>> = {
  'email-digest': 'What has gathered, each hour or once a day; what is urgent at once. No names are in it',
  webhook: 'Each entry as it comes, signed',
  'file-drop': 'For systems that only read files',
  'pull-feed': 'For systems that cannot be reached from outside',
  'event-stream': 'For systems that show what is new at once',
  bus: 'Always your whole mailbox; it takes no filter',
};

export const isChannel = (code: string): code is Channel => Object.hasOwn(CHANNELS, code);
export const TARGETED: Readonly<Partial<Record<Channel, Readonly<{ label: string; hint: string }>>>> = {
  'email-digest': {
    label: 'E-mail address of the desk',
    hint: 'At a domain that the operator allows, for example duty@croydon.gov.uk',
  },
  webhook: { label: 'Address to send to', hint: 'Begins with https://' },
  'file-drop': { label: 'Name of the folder', hint: 'A name only, no path; the operator sets up the rest' },
};
export const gathers = (channel: Channel): boolean => channel === 'email-digest' || channel === 'file-drop';

export const FILTER_TYPES = {
  placement: 'Placements',
  move: 'Moves',
  missing: 'Missing children',
  exploitation: 'Possible exploitation',
  access: 'Looks at your records, and emergency accesses',
} as const;
export const FILTER_DIRECTIONS = {
  'placed-here': 'Children of others placed in your area',
  'ours-elsewhere': 'What others tell of your own children',
  'moved-in': 'Children who moved into your area',
  'moved-out': 'Children who moved out of it',
  'at-risk-here': 'Children who may head for your area',
} as const;
export const FILTER_CAPACITIES = {
  host: 'As the host authority',
  'previous-host': 'As the host before',
  responsible: 'As the responsible authority',
  receiving: 'As the receiving authority',
  'area-at-risk': 'As an area at risk',
  addressee: 'As another addressee',
} as const;
export const FILTER_URGENCIES = { urgent: 'Urgent', prompt: 'Prompt', routine: 'Routine' } as const;

const listed = (
  words: Readonly<Record<string, string>>,
  codes: readonly string[] | undefined,
  before: string,
): string[] =>
  codes === undefined || codes.length === 0
    ? []
    : [`${before}${codes.map((code) => words[code] ?? code).join('; ')}`];

const agesOf = ({ agesFrom, agesTo }: Filter): string[] => {
  if (agesFrom === undefined && agesTo === undefined) return [];
  if (agesTo === undefined) return [`Ages: ${String(agesFrom)} and older, or not known`];
  return [`Ages: ${String(agesFrom ?? 0)} to ${String(agesTo)}, or not known`];
};

/** What a filter lets pass. */
export const filterInWords = (filter: Filter): Cell => {
  const lines = [
    ...listed(FILTER_TYPES, filter.types, 'Notices: '),
    ...listed(FILTER_DIRECTIONS, filter.directions, 'Only: '),
    ...listed(FILTER_CAPACITIES, filter.capacities, 'Told: '),
    ...listed(FILTER_URGENCIES, filter.urgencies, 'Urgency: '),
    ...agesOf(filter),
    ...listed({}, filter.categories, 'Codes: '),
  ];
  return lines.length === 0 ? 'Everything in your mailbox' : { lines };
};

/**
 * Whether the exchange asks a person to confirm: everything that narrows, but a filter that only names urgencies and keeps
 * urgent. The exchange decides; this only tells when to ask.
 */
export const mayHideUrgent = (filter: Filter): boolean => {
  const { urgencies = [], types, directions, capacities, categories, agesFrom, agesTo } = filter;
  const lists = [types, directions, capacities, categories];
  const narrows = lists.some((list) => list !== undefined && list.length > 0);
  const isAged = agesFrom !== undefined || agesTo !== undefined;
  return narrows || isAged || (urgencies.length > 0 && !urgencies.includes('urgent'));
};

export const cadenceInWords = ({ cadence }: Pick<Listed, 'cadence'>): string => {
  if (!cadence) return 'Each as it comes';
  if (cadence.every === 'hour') return 'Each hour; what is urgent at once';
  const at = `${String(cadence.hour ?? 7).padStart(2, '0')}:00`;
  return `Each day at ${timeInWords(`2026-01-05T${at}:00.000Z`)}; what is urgent at once`;
};

export const PAUSES = {
  maintenance: 'Maintenance',
  'fault-at-our-end': 'A fault at our end',
  'not-needed-now': 'Not needed for now',
  other: 'Another reason',
} as const;
export const CLOSINGS = {
  replaced: 'Another one takes its place',
  'not-needed-any-more': 'Not needed any more',
  'opened-in-error': 'Opened in error',
  other: 'Another reason',
} as const;

export const stateTag = ({ state, trouble, heldBecause }: Listed): Cell => {
  if (state === 'closed') return { tag: 'Closed', colour: 'grey' };
  if (state === 'paused') return { tag: 'Paused', colour: 'yellow' };
  if (heldBecause !== undefined) return { tag: 'Held', colour: 'red' };
  return trouble ? { tag: 'Failing', colour: 'red' } : { tag: 'Working', colour: 'green' };
};

const SAID: Readonly<Record<string, string>> = {
  'webhook/refused': 'Your receiver refused it',
  'webhook/server-fault': 'Your receiver failed',
  'webhook/not-found': 'Your receiver has no such address',
  'webhook/not-let-in': 'Your receiver did not believe who sent it',
  'webhook/timed-out': 'Your receiver did not answer in time',
  'webhook/not-reached': 'Your receiver was not reached',
  'webhook/redirected': 'Your receiver pointed elsewhere, which is not followed',
  'webhook/busy': 'Your receiver asked to come later',
  'webhook/gone': 'Your receiver wants nothing more',
  'webhook/no-secret': 'There was no secret to sign with',
};

/** What a receiver answered, by the codes that stand in tries and troubles. */
export const saidInWords = (reason: string): string => SAID[reason] ?? reason;
