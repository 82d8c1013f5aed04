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
} as const;
export type LadderFactType = keyof typeof LADDER_MESSAGES;

export const isLadderFact = (type: string): type is LadderFactType => Object.hasOwn(LADDER_MESSAGES, type);

const names: ReadonlySet<string> = new Set(Object.values(LADDER_MESSAGES).map(({ message }) => message));

/** Where an entry's link leads that is about no notice. */
export const STATUS_LINK = '/v1/status/authorities';
const aboutNoNotice: ReadonlySet<string> = new Set([LADDER_MESSAGES.FeedFellSilent.message]);
export const isAboutNoNotice = (type: string): boolean => aboutNoNotice.has(type);

/** True of an entry that is about another entry or a duty, not a notice itself. */
export const isLadderMessage = (type: string): boolean => names.has(type);
