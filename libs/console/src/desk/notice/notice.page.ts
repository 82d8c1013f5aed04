import { hasRole } from '../../frame/visit';
import type { Visit } from '../../frame/visit';
import { categoryOfType } from '../mailbox/entry';
import { URGENCY_TAGS, whyInWords } from '../mailbox/entry-words';
import { SINCE_WORDS, sinceOf } from '../mailbox/since.rule';
import type { Since } from '../mailbox/since.rule';
import { PHASE_TAGS, isWaiting, phaseOf } from '../mailbox/standing';
import type { Phase } from '../mailbox/standing';
import { contactsIn, detailRows } from './detail-rows';
import { dutyLines } from './duty-lines';
import { childShown } from './notice.child';
import { courseOf, ladderOf, ownSteps, threadLines, unanswered } from './notice.course';
import type { NoticeAnswers } from './notice.answers';
import { replyingTo } from '../placement/placement-reply';

export type Reader = Pick<Visit, 'person' | 'authority' | 'roles'>;
type Model = Readonly<Record<string, unknown>>;

const FACT_ENDINGS = [
  ['Withdrawn', 'withdrawn'],
  ['Corrected', 'corrected'],
  ['Found', 'found'],
  ['Closed', 'closed'],
  ['Ended', 'ended'],
] as const;

/** `MissingFound` as the message that told of it, as far as it matters here. */
const messageOf = (factType: string): string =>
  FACT_ENDINGS.find(([ending]) => factType.endsWith(ending))?.[1] ?? factType;

const sinceIn = ({ detail, whole }: NoticeAnswers): Since | undefined =>
  detail &&
  sinceOf(
    (whole?.facts ?? [])
      .filter(({ revision }) => revision > detail.revision)
      .map(({ type }) => messageOf(type)),
  );

/** Why there is nothing to be read; undefined where there is. */
const hiddenBecause = ({ entry, detail }: NoticeAnswers): string | undefined => {
  if (detail) return undefined;
  if (entry.withdrawn)
    return 'The sharing agreement under which you were told has ended. Delete what you hold of it.';
  if (entry.factId === undefined)
    return 'This is about no child: it tells your authority about its own work with IBEX.';
  return 'You cannot see what this told any more. The record may have become restricted, or may have been erased. If you need it, ring the authority that sent it.';
};

/** A question, an answer or a warning is about a notice; nobody asks back about it. */
const isAboutNotice = (type: string): boolean =>
  ['placement', 'missing', 'move', 'exploitation'].includes(categoryOfType(type));

const FOUND = ['found', 'closed', 'withdrawn'];
const isOpenEpisode = ({ detail, whole }: NoticeAnswers): boolean =>
  detail?.notice.startsWith('missing-') === true &&
  !(whole?.facts ?? []).some(({ type }) => FOUND.includes(messageOf(type)));

const phaseIn = ({ entry, standing }: NoticeAnswers): Phase =>
  entry.withdrawn ? 'withdrawn' : phaseOf(standing);

/** What this person may do here: the exchange decides again when it is done. */
const offersOf = (answers: NoticeAnswers, reader: Reader): Model => {
  const { entry, detail, thread } = answers;
  const phase = phaseIn(answers);
  const isOwner = detail?.sight === 'owner';
  const mayTell = hasRole(reader, 'duty-desk', 'placing-practitioner') && isOpenEpisode(answers);
  return {
    acknowledge: isWaiting(phase),
    act: phase !== 'withdrawn',
    ask: isAboutNotice(entry.type) && detail !== undefined && !isOwner,
    answer: isOwner ? unanswered(thread).at(0) : undefined,
    sighting: mayTell,
    found: mayTell,
    response: mayTell && !isOwner,
    reply: hasRole(reader, 'duty-desk') ? replyingTo(answers, reader.authority) : undefined,
  };
};

const wordsOf = ({ detail }: NoticeAnswers, now: string): Model => {
  if (!detail) return { rows: [], contacts: [] };
  return {
    ...(detail.child ? { child: childShown(detail.child, now) } : {}),
    rows: detailRows(detail.data, detail.personal),
    contacts: contactsIn(detail.personal),
  };
};

/** One entry: what it tells, what is to be done by when, what was done, and what this person can do now. */
export const noticePage = (answers: NoticeAnswers, reader: Reader, now: string): Model => {
  const { entry, standing, detail, whole, duties, clocks, thread, recipients } = answers;
  const since = sinceIn(answers);
  return {
    entry,
    ...{ urgencyTag: URGENCY_TAGS[entry.urgency], phaseTag: PHASE_TAGS[phaseIn(answers)] },
    capacity: whyInWords(entry),
    here: `/console/desk/inbox/${String(entry.sequence)}`,
    ...(since === undefined ? {} : { since: SINCE_WORDS[since], recalled: since === 'recalled' }),
    hidden: hiddenBecause(answers),
    owner: detail?.sight === 'owner',
    // whoever opens a question came for the question
    threadFirst: categoryOfType(entry.type) === 'delivery',
    isNotice: isAboutNotice(entry.type),
    offers: offersOf(answers, reader),
    ...wordsOf(answers, now),
    duties: dutyLines(duties, { clocks, authority: reader.authority, now }),
    course: courseOf(whole?.facts ?? [], detail?.id),
    own: ownSteps(standing, reader.person),
    thread: threadLines(thread),
    ladder: ladderOf(recipients),
  };
};
