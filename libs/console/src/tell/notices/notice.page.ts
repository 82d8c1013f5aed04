import type { components } from '@ibex/sdk';
import type { FormFaults } from '../../frame/form-faults';
import { answersIn } from './answered.page';
import { offeredOn } from '../journeys/journeys';
import type { Category } from '../journeys/journey';

type Schemas = components['schemas'];
export type Notice = Schemas['NoticeDto'];
export type Fact = Schemas['NoticeFactDto'];
export type Recipient = Schemas['RecipientDto'];
export type ThreadMessage = Schemas['ThreadMessageDto'];

/** A recipient of one fact, with what it asked. */
export type Told = Readonly<{
  fact: Fact;
  recipients: readonly Readonly<{ recipient: Recipient; thread: readonly ThreadMessage[] }>[];
}>;

const STEPS = [
  ['queuedAt', 'In its mailbox'],
  ['delivered', 'Delivered'],
  ['opened', 'Opened'],
  ['acknowledged', 'Acknowledged'],
] as const;

const timeOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  const at: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'at') : undefined;
  return typeof at === 'string' ? at : undefined;
};

/** How far it got at one recipient: each rung with its time, and what was done there. */
export const ladderOf = (recipient: Recipient) => ({
  authority: recipient.authority,
  capacity: recipient.capacity,
  state: recipient.state,
  isByLetter: recipient.state === 'to-be-told' || recipient.state === 'told',
  toldAt: recipient.toldAt,
  isSilent: recipient.silent !== undefined,
  rungs: STEPS.map(([field, text]) => ({ text, at: timeOf(recipient[field]) })),
  actions: (recipient.actions ?? []).map(({ action, at, reason }) => ({ action, at, reason })),
});

/** Questions that nobody has answered yet. */
export const openQuestions = (thread: readonly ThreadMessage[]): readonly ThreadMessage[] => {
  const answered = new Set(thread.filter(({ kind }) => kind === 'answer').map(({ queryId }) => queryId));
  return thread.filter(({ kind, queryId }) => kind === 'question' && !answered.has(queryId));
};

/** Where more than one thing was asked, an answer says which it is to. */
export const withQuestions = (
  thread: readonly ThreadMessage[],
): readonly (ThreadMessage & Readonly<{ about?: string }>)[] => {
  const questions = thread.filter(({ kind }) => kind === 'question');
  if (questions.length < 2) return thread;
  return thread.map((message) => {
    const about = questions.find(({ queryId }) => queryId === message.queryId)?.text;
    return message.kind === 'answer' && about !== undefined ? { ...message, about } : message;
  });
};

const textIn = (part: Readonly<Record<string, unknown>> | undefined, name: string): string => {
  const value = part?.[name];
  return typeof value === 'string' ? value : '';
};

const nameOf = ({ child }: Notice): string =>
  [textIn(child, 'forename'), textIn(child, 'surname')].join(' ').trim() || textIn(child, 'localId');

type NoticeShown = Readonly<{
  notice: Notice;
  category: Category;
  id: string;
  told: readonly Told[];
  roles: readonly string[];
  authority: string;
  key: string;
  faults?: FormFaults | undefined;
  typed?: Readonly<Record<string, string>> | undefined;
}>;

const toldShown = ({ told, faults, typed = {} }: NoticeShown) =>
  told.map(({ fact, recipients }) => ({
    title: fact.title,
    recordedAt: fact.recordedAt,
    recipients: recipients.map(({ recipient, thread }) => ({
      ...ladderOf(recipient),
      thread: withQuestions(thread),
      open: openQuestions(thread).map((question) => ({
        ...question,
        factId: fact.id,
        fault: faults?.of[`answer.${question.queryId}`],
        typed: typed[question.queryId] ?? '',
      })),
    })),
  }));

/** One notice of ours: what was told when, who got how far with it, what was asked, and what may be told next. */
export const noticePage = (shown: NoticeShown) => {
  const { notice, category, id, roles, key, faults } = shown;
  const [first] = notice.facts;
  const types = notice.facts.map(({ type }) => type);
  const facts = [...notice.facts].reverse();
  return {
    title: first?.title ?? 'Notice',
    child: nameOf(notice),
    childPage: first?.recordRef === undefined ? undefined : `/console/mash/children/${first.recordRef}`,
    facts: facts.map(({ title, recordedAt, by }) => ({ title, recordedAt, by: by.authority })),
    told: toldShown(shown),
    answers: notice.sight === 'owner' ? answersIn(notice.facts, shown.authority) : [],
    isOurs: notice.sight === 'owner',
    next: offeredOn({ category, types, isOurs: notice.sight === 'owner' }, roles).map(({ name, title }) => ({
      value: name,
      text: title,
    })),
    path: `/console/tell/notices/${category}/${id}`,
    ...{ key, faults },
    nextFault: faults?.of['what'],
  };
};
