import { foldOf } from '@ibex/kernel';
import type { RecordedFact } from '@ibex/kernel';
import type { SameChildRow, WorklistRow } from './worklists.schema';

type Two = readonly [string, string];

/** What decides whether two records wait for a person to say if they are one child's. */
export type PairToReview = Readonly<{
  begins: number;
  stream: string;
  refs: Two;
  owners: Two;
  since: string;
  /** `sure`: the matcher links by itself. */
  evidence: 'likely' | 'sure' | 'none';
  isDecided: boolean;
  /** A person says that it is one child. */
  isConfirmed: boolean;
  /** One for each authority that keeps the two apart. */
  marks: number;
}>;

const isTwo = (value: unknown): value is Two =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string');

const begun = ({ position, stream, data, recordedAt }: RecordedFact): PairToReview | undefined => {
  const { refs, owners } = data;
  if (!isTwo(refs) || !isTwo(owners)) return undefined;
  const place = { begins: position, stream, refs, owners, since: recordedAt };
  return { ...place, evidence: 'none', isDecided: false, isConfirmed: false, marks: 0 };
};

const decided = (pair: PairToReview): PairToReview => ({ ...pair, isDecided: true, isConfirmed: false });

/** What people have said stands against any later evidence; a mark that was lifted leaves it to them again. */
const STEPS: Readonly<Record<string, (pair: PairToReview, fact: RecordedFact) => PairToReview>> = {
  LinkProposed: (pair, { recordedAt }) => ({ ...pair, evidence: 'likely', since: recordedAt }),
  LinkMade: (pair) => ({ ...pair, evidence: 'sure' }),
  LinkEvidenceWithdrawn: (pair) => ({ ...pair, evidence: 'none' }),
  LinkConfirmed: (pair) => ({ ...pair, isDecided: true, isConfirmed: true }),
  LinkDeclined: decided,
  LinkUndone: decided,
  LinkForbidden: (pair) => ({ ...pair, marks: pair.marks + 1 }),
  LinkForbiddanceLifted: (pair) => ({
    ...pair,
    marks: pair.marks - 1,
    evidence: pair.evidence === 'sure' ? 'likely' : pair.evidence,
  }),
};

export const pairAfter = (pair: PairToReview | undefined, fact: RecordedFact): PairToReview | undefined => {
  if (fact.category !== 'link') return pair;
  const known = pair ?? begun(fact);
  return known && (STEPS[fact.type]?.(known, fact) ?? known);
};
export const pairOf = foldOf<PairToReview | undefined>(undefined, pairAfter);

type Side = Readonly<{ authority: string; recordRef: string; alsoAbout: string | null }>;
const sidesOf = ({ refs: [a, b], owners: [ownerOfA, ownerOfB] }: PairToReview): readonly Side[] =>
  ownerOfA === ownerOfB
    ? [{ authority: ownerOfA, recordRef: a, alsoAbout: null }]
    : [
        { authority: ownerOfA, recordRef: a, alsoAbout: b },
        { authority: ownerOfB, recordRef: b, alsoAbout: a },
      ];

/** Each of two records that are linked, with the other. */
export const sameChildRows = (pair: PairToReview | undefined): readonly SameChildRow[] => {
  if (!pair || pair.marks > 0) return [];
  if (!pair.isConfirmed && (pair.isDecided || pair.evidence !== 'sure')) return [];
  const [one, other] = pair.refs;
  return [
    { begins: pair.begins, recordRef: one, other },
    { begins: pair.begins, recordRef: other, other: one },
  ];
};

/** On the list of whoever owns one of the two, by its own record: whose the other one is, the review itself says. */
export const linkRows = (pair: PairToReview | undefined): readonly WorklistRow[] => {
  if (pair?.evidence !== 'likely' || pair.isDecided || pair.marks > 0) return [];
  const { begins, stream, since } = pair;
  return sidesOf(pair).map(({ authority, ...about }) => ({
    ...about,
    ...{ begins, item: 'link', list: 'links-to-review', authority, notification: 'link', stream, since },
    ...{ kind: 'review-link', text: null, owner: authority, other: null, dueAt: null },
    ...{ isTarget: 0, restricted: 0, clock: null, entryId: null },
  }));
};
