import type { Standing } from '../mailbox/standing';
import { actionInWords, reasonInWords, whoInWords } from '../mailbox/entry-words';
import type { Message, Recipient, Whole } from './notice.answers';

type Fact = Whole['facts'][number];
export type Step = Readonly<{ title: string; at: string; by: string; current: boolean }>;

/** How the notice went on, the latest first. */
export const courseOf = (facts: readonly Fact[], factId: string | undefined): readonly Step[] =>
  facts
    .map(({ id, title, recordedAt, by }) => ({
      ...{ title, at: recordedAt, by: by.authority, current: id === factId },
    }))
    .reverse();

export type OwnStep = Readonly<{ says: string; at: string }>;

/** What the own authority did, oldest first. */
export const ownSteps = (standing: Standing | undefined, self: string): readonly OwnStep[] => {
  if (!standing) return [];
  const { opened, acknowledged, actions } = standing;
  return [
    ...(opened ? [{ says: `Opened by ${whoInWords(opened, self)}`, at: opened.at }] : []),
    ...(acknowledged
      ? [{ says: `Acknowledged by ${whoInWords(acknowledged, self)}`, at: acknowledged.at }]
      : []),
    ...actions.map(({ action, reason, at, ...who }) => ({
      says: `${actionInWords(action)}${reason === undefined ? '' : ` (${reasonInWords(reason)})`}, recorded by ${whoInWords(who, self)}`,
      at,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
};

export type ThreadLine = Readonly<{ kind: 'question' | 'answer'; by: string; at: string; text: string }>;

export const threadLines = (messages: readonly Message[]): readonly ThreadLine[] =>
  messages.map(({ kind, by, at, text }) => ({
    ...{ kind, by, at },
    text: text ?? 'The text is gone: the record was erased.',
  }));

/** Questions that nobody has answered yet, the oldest first. */
export const unanswered = (messages: readonly Message[]): readonly string[] => {
  const answered = new Set(messages.filter(({ kind }) => kind === 'answer').map(({ queryId }) => queryId));
  return messages
    .filter(({ kind, queryId }) => kind === 'question' && !answered.has(queryId))
    .map(({ queryId }) => queryId);
};

const RUNGS = {
  queued: { text: 'In their mailbox', colour: 'grey' },
  delivered: { text: 'Delivered', colour: 'light-blue' },
  opened: { text: 'Opened', colour: 'blue' },
  acknowledged: { text: 'Acknowledged', colour: 'green' },
  acted: { text: 'Acted on', colour: 'green' },
  'to-be-told': { text: 'To be told by you', colour: 'red' },
  told: { text: 'Told by other means', colour: 'green' },
} as const;

export type Rung = Readonly<{
  authority: string;
  tag: Readonly<{ text: string; colour: string }>;
  at: string;
  says: readonly string[];
}>;

const latestOf = ({ acknowledged, opened, delivered, toldAt, queuedAt }: Recipient): string =>
  acknowledged?.at ?? opened?.at ?? delivered?.at ?? toldAt ?? queuedAt;

/** How far an own notice got with each of those who are told. */
export const ladderOf = (recipients: readonly Recipient[]): readonly Rung[] =>
  recipients.map((recipient) => ({
    authority: recipient.authority,
    tag: RUNGS[recipient.state],
    at: recipient.actions?.at(-1)?.at ?? latestOf(recipient),
    says: [
      ...(recipient.actions ?? []).map(({ action }) => actionInWords(action)),
      ...(recipient.silent ? ['Nobody there took it on in time'] : []),
      ...(recipient.heldBecause ? ['Held back: they have no usable key to seal it to'] : []),
    ],
  }));
