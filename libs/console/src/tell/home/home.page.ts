import type { FormFaults } from '../../frame/form-faults';
import type { Answers } from '../questions/question';
import { textOf } from '../questions/question';
import { isFor, OPENINGS } from '../journeys/journeys';
import type { KeptDraft } from '../drafts/drafts';

const HINTS: Readonly<Record<string, string>> = {
  missing: 'The host, and every area where the child may turn up, is told within a second',
  placement: 'A looked-after child who lives, or will live, in another authority’s area',
  'placement-consult': 'Before you decide, where the child would live far from your own area',
  move: 'A child in need, on a plan, homeless or leaving care, who moves out of or into your area',
  exploitation: 'A child who came to notice as possibly exploited, and the areas where it happens',
};

/** By which a person knows a draft again: the number of their own that they typed. */
const about = (answers: Answers): string => {
  const name = ['child.forename', 'child.surname']
    .map((field) => textOf(answers, field))
    .join(' ')
    .trim();
  return [name, textOf(answers, 'child.localId')].filter((part) => part !== '').join(', ');
};

const draftRow = ({ id, draft, journey, keptAt, until }: KeptDraft) => ({
  title: journey.title,
  about: about(draft.answers) || 'Child not named yet',
  ...{ keptAt, until },
  continues: `/console/tell/drafts/${id}`,
  deletes: `/console/tell/drafts/${id}/delete`,
});

type Home = Readonly<{
  roles: readonly string[];
  drafts: readonly KeptDraft[];
  faults?: FormFaults | undefined;
  isDeleted?: boolean;
}>;

/** Where telling begins, and what was begun before. */
export const homePage = ({ roles, drafts, faults, isDeleted }: Home) => ({
  openings: OPENINGS.filter((journey) => isFor(journey, roles)).map(({ name, title }) => ({
    ...{ value: name, text: title },
    hint: { text: HINTS[name] ?? '' },
  })),
  drafts: drafts.map(draftRow),
  mayUpload: roles.includes('placing-practitioner'),
  faults,
  fault: faults?.of['what'],
  isDeleted: isDeleted === true,
});
