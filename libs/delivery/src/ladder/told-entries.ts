import type { LegalBasis, NewEntry, RecordedFact, RecipientDuty, Urgency } from '@ibex/kernel';
import { URGENCIES } from '@ibex/kernel';
import { entryKey } from '@ibex/runtime';
import { LADDER_MESSAGES, isAboutNoNotice, isLadderFact } from './ladder.messages';
import type { LadderFactType } from './ladder.messages';

type Told = Readonly<{ to: string; from: string; basis: LegalBasis; duty?: RecipientDuty }>;
type Data = RecordedFact['data'];

const text = (data: Data, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};
const toUrgency = (data: Data): Urgency => URGENCIES.find((one) => one === data['urgency']) ?? 'prompt';

const PROTOCOL = 'Service of the exchange: delivery of a notice to those whom its own basis names';
const DUTIES = 'Service of the exchange: clocks of the duties that the notice opens';
const between = (words: string): LegalBasis => ({ text: words, source: PROTOCOL });
const FEEDS = 'Service of the exchange: others rely on what an authority posts being all of it';
const CHANNELS = 'Service of the exchange: channels on which an authority asked to be told';
const ofChannel = (words: string): LegalBasis => ({ text: words, source: CHANNELS });
const ofDuty = (words: string): LegalBasis => ({ text: words, source: DUTIES });
const dueOf = (data: Data): Pick<RecipientDuty, 'dueAt'> =>
  text(data, 'dueAt') === '' ? {} : { dueAt: text(data, 'dueAt') };

const SILENT = 'Ask the recipient whether it acts on the notice';
const SILENCES: Readonly<Record<string, string>> = {
  'not-delivered': 'Tell the recipient by other means: it has not fetched the notice',
  'not-acknowledged': 'Ask the recipient whether it acts: it has fetched the notice and not acknowledged it',
};

const TOLD: Readonly<Record<LadderFactType, (data: Data) => Told>> = {
  QueryAsked: (data) => ({
    to: text(data, 'sender'),
    from: text(data, 'by'),
    basis: between('A recipient of your notice asks you back'),
    duty: { text: 'Read the question and answer it' },
  }),
  QueryAnswered: (data) => ({
    to: text(data, 'authority'),
    from: text(data, 'by'),
    basis: between('You asked the sender back'),
    duty: { text: 'Read the answer' },
  }),
  RecipientSilent: (data) => ({
    to: text(data, 'sender'),
    // it is the service that tells the sender, of its own notice
    from: text(data, 'sender'),
    basis: between('A recipient of your notice has not taken it on within the limit of its urgency'),
    duty: { text: SILENCES[text(data, 'silence')] ?? SILENT },
  }),
  DutyWarned: (data) => ({
    to: text(data, 'owedBy'),
    from: text(data, 'sender'),
    basis: ofDuty('A duty of your authority will soon be late'),
    duty: { text: text(data, 'text'), ...dueOf(data) },
  }),
  EscalationStepped: (data) => ({
    to: text(data, 'owedBy'),
    from: text(data, 'sender'),
    basis: ofDuty('A duty of your authority is late'),
    duty: { text: `For ${text(data, 'told')}: ${text(data, 'text')}`, ...dueOf(data) },
  }),
  FeedFellSilent: (data) => ({
    to: text(data, 'authority'),
    // it is the service that tells the authority, of its own feed
    from: text(data, 'authority'),
    basis: { text: `Nothing was posted since ${text(data, 'lastPostedAt').slice(0, 10)}`, source: FEEDS },
    duty: {
      text: `For the duty desk and information governance: find out why no ${text(data, 'title')} were posted, usually ${text(data, 'usually')}`,
    },
  }),
  SubscriptionTroubled: (data) => ({
    to: text(data, 'by'),
    // it is the service that tells the authority, of its own channel
    from: text(data, 'by'),
    basis: ofChannel(`Nothing was taken since ${text(data, 'since')}: ${text(data, 'reason')}`),
    duty: { text: 'Have the receiver put right; until then read the inbox, where every entry is' },
  }),
  SubscriptionRecovered: (data) => ({
    to: text(data, 'by'),
    from: text(data, 'by'),
    basis: ofChannel('Your receiver takes entries again; what waited is on its way'),
  }),
};

/** A warning that comes after the date, because the clocks stood still, would only repeat that it is late. */
const isTooLate = ({ type, data, recordedAt }: RecordedFact): boolean =>
  type === 'DutyWarned' && recordedAt >= text(data, 'dueAt');

/**
 * The entry that one fact of a ladder puts into the mailbox of the other side: undefined for all other facts. It points
 * to the notice that it is about, so that its link opens what the reader may see of that.
 */
export const toldEntryOf = (fact: RecordedFact, uuidFrom: (key: string) => string): NewEntry | undefined => {
  const { type, data, metadata, recordedAt, position, id } = fact;
  if (!isLadderFact(type) || isTooLate(fact)) return undefined;
  const { to, from, basis, duty } = TOLD[type](data);
  const { message, version } = LADDER_MESSAGES[type];
  // what is about no notice is about its own stream
  const notice = text(data, 'notice') || fact.stream;
  const recordRef = isAboutNoNotice(message) ? fact.stream : (metadata.recordRef ?? notice);
  return {
    ...{ entryId: uuidFrom(entryKey(id, to)), authority: to, from, type: message, messageVersion: version },
    ...{ factId: text(data, 'factId') || id, stream: notice, recordRef },
    ...{
      capacity: 'addressee',
      urgency: toUrgency(data),
      basis,
      occurredAt: recordedAt,
      recordedAt,
      position,
    },
    ...(duty === undefined ? {} : { duty }),
  };
};
