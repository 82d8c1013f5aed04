import type { AnswerOf } from '@ibex/sdk';
import type { Cell, FactRow } from '../../frame/cells';
import { orNone } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import type { Filling } from '../../frame/filling';
import { messagesOf, needed } from '../../frame/filling';
import { purposeInWords, shortly } from '../parts/words';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';

type Answer = AnswerOf<'get', '/v1/access/reviews'>;
export type Review = Answer['reviews'][number];

const PATH = '/console/governance/reviews';
export const REVIEWS_CRUMB = { text: 'Emergency accesses', href: PATH };
export const REVIEW_DONE = { reviewed: 'Your finding is on record. The other authority can read it.' };

const stateOf = ({ isDue, isOpen }: Review): Cell => {
  if (isOpen) return { tag: 'Open now', colour: 'red' };
  return isDue ? { tag: 'To review', colour: 'yellow' } : { tag: 'Reviewed', colour: 'grey' };
};

const rowOf = (review: Review): readonly Cell[] => [
  {
    text: review.isDue ? 'Review this access' : 'Read this review',
    href: `${PATH}/${review.id}`,
    about: `of ${review.id.slice(-6)}`,
  },
  {
    lines: [{ when: review.openedAt }, { hint: review.isOpen ? 'closes' : 'closed' }, { when: review.until }],
  },
  { lines: [{ borough: review.holder.authority }, { mono: shortly(review.holder.person) }] },
  review.side === 'owner' ? 'A record of ours' : { lines: ['A record of', { borough: review.owner }] },
  stateOf(review),
];

/** Emergency accesses, those that wait for this authority first. */
export const reviewsPage = ({ reviews }: Answer, done?: string) => {
  const due = reviews.filter(({ isDue }) => isDue);
  const rest = reviews.filter(({ isDue }) => !isDue);
  const columns = ['Access', 'When', 'Who opened it', 'Whose record', 'State'];
  return {
    ...headed('Emergency accesses'),
    done,
    due: { caption: `For you to review (${String(due.length)})`, columns, rows: due.map(rowOf) },
    rest: { caption: 'Reviewed by your authority', columns, rows: rest.map(rowOf) },
  };
};

const FINDINGS = { justified: 'It was justified', 'not-justified': 'It was not justified' } as const;

const findingRows = ({ findings }: Review): readonly FactRow[] =>
  findings.map(({ authority, finding, words, at }) => ({
    key: 'Finding',
    value: {
      lines: [{ borough: authority }, FINDINGS[finding], orNone(words, (text) => text), { when: at }],
    },
  }));

export const reviewPage = (review: Review, form: Filling) => ({
  ...headed(review.isDue ? 'Review an emergency access' : 'Emergency access', REVIEWS_CRUMB),
  form,
  isDue: review.isDue,
  isOpen: review.isOpen,
  action: `${PATH}/${review.id}`,
  grant: review.id,
  findings: Object.entries(FINDINGS).map(([value, text]) => ({ value, text })),
  rows: [
    { key: 'State', value: stateOf(review) },
    {
      key: 'Who opened it',
      value: { lines: [{ borough: review.holder.authority }, { mono: review.holder.person }] },
    },
    { key: 'Whose record', value: { borough: review.owner } },
    ...(review.recordRef === undefined ? [] : [{ key: 'Record', value: { mono: review.recordRef } }]),
    { key: 'Purpose', value: purposeInWords(review.purpose) },
    { key: 'Reason in their words', value: orNone(review.reason, (text) => text, 'Not held any more') },
    { key: 'Opened', value: { when: review.openedAt } },
    { key: review.isOpen ? 'Closes' : 'Closed', value: { when: review.until } },
    ...findingRows(review),
  ] satisfies readonly FactRow[],
});

export const reviewFaults = (form: Form): FormFaults | undefined => {
  const finding = form.text('finding');
  const messages = messagesOf(
    ['finding', Object.hasOwn(FINDINGS, finding), 'Choose whether the access was justified'],
    needed(form, 'words', { message: 'Say what your finding rests on', most: 2000 }),
  );
  return messages && faultsOf(messages);
};

export const findingIn = (form: Form) => ({
  finding: form.text('finding') === 'justified' ? ('justified' as const) : ('not-justified' as const),
  words: form.text('words'),
});
