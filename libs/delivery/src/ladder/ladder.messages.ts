/** What the other side of a notice is told: message, title and summary, as for the notification types. */
export type LadderMessage = Readonly<{ message: string; version: number; title: string; summary: string }>;

const told = (message: string, title: string, summary: string): LadderMessage => ({
  message: `uk.ibex.${message}`,
  version: 1,
  title,
  summary,
});

/** By type of fact. */
export const LADDER_MESSAGES = {
  QueryAsked: told('delivery.query-asked', 'Asked back', 'A recipient of your notice asks you something.'),
  QueryAnswered: told('delivery.query-answered', 'Question answered', 'The sender answered your question.'),
  RecipientSilent: told(
    'delivery.recipient-silent',
    'Nobody has taken it on',
    'A recipient of your notice has not acknowledged it within the limit of its urgency.',
  ),
  DutyWarned: told('clock.duty-warned', 'Duty soon due', 'A duty of yours will soon be late.'),
  EscalationStepped: told(
    'clock.escalation-stepped',
    'Duty late',
    'A late duty is passed to a desk of yours.',
  ),
  FeedFellSilent: told(
    'feed.silent',
    'Your postings have stopped',
    'Your authority has posted nothing of a type for longer than it usually does; about no child.',
  ),
  SubscriptionTroubled: told(
    'subscription.troubled',
    'A channel of yours is failing',
    'The receiver of a subscription of yours has taken nothing for a long time; about no child.',
  ),
  SubscriptionRecovered: told(
    'subscription.recovered',
    'A channel of yours works again',
    'The receiver of a subscription of yours takes entries again; about no child.',
  ),
} as const;
export type LadderFactType = keyof typeof LADDER_MESSAGES;

export const isLadderFact = (type: string): type is LadderFactType => Object.hasOwn(LADDER_MESSAGES, type);

const names: ReadonlySet<string> = new Set(Object.values(LADDER_MESSAGES).map(({ message }) => message));

const ownSubscription = (stream: string): string =>
  `/v1/subscriptions/${stream.slice('subscription-'.length)}`;

/** Where the link of an entry leads that is about no notice, by the message and the stream of its fact. */
const LINKS: ReadonlyMap<string, (stream: string) => string> = new Map([
  [LADDER_MESSAGES.FeedFellSilent.message, () => '/v1/status/authorities'],
  [LADDER_MESSAGES.SubscriptionTroubled.message, ownSubscription],
  [LADDER_MESSAGES.SubscriptionRecovered.message, ownSubscription],
]);
export const isAboutNoNotice = (type: string): boolean => LINKS.has(type);
export const linkOf = ({ type, stream, factId }: Readonly<Record<'type' | 'stream' | 'factId', string>>) =>
  LINKS.get(type)?.(stream) ?? `/v1/notices/${factId}`;

/** True of an entry that is about another entry or a duty, not a notice itself. */
export const isLadderMessage = (type: string): boolean => names.has(type);
