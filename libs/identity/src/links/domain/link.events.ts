import type { Fact, RecordedFact } from '@ibex/kernel';

/** Two references of records, in order of their text, and whose records they are (GSS codes, in the same order). */
export type Pair = Readonly<{ refs: readonly [string, string]; owners: readonly [string, string] }>;
/** Log2 of the odds, the names of the levels that speak for and against, how many others could as well be meant. */
export type Evidence = Readonly<{
  weight: number;
  reasons: readonly string[];
  rivals: number;
  model: string;
}>;
/** Who acted: GSS code, and an opaque reference of the person. */
export type By = Readonly<{ by: string; person: string }>;
/** Two people acted, one after the other. */
export type BySecond = By & Readonly<{ firstBy: string; firstPerson: string }>;
/** What somebody wrote, sealed once more under the keys of both records: erasing either child erases it. */
export type Rationale = Readonly<{ rationale: string }>;

/** Why two records are kept apart, whatever speaks for one child. */
export const FORBIDDING_KINDS = [
  'pre-and-post-adoption',
  'protected-identity',
  'twins',
  'persons-decision',
] as const;
export type ForbiddingKind = (typeof FORBIDDING_KINDS)[number];

/** The matcher suggests it; a person decides. */
export type LinkProposed = Fact<'LinkProposed', Pair & Evidence>;
/** The matcher is sure enough, and nobody has said otherwise. */
export type LinkMade = Fact<'LinkMade', Pair & Evidence>;
/** What spoke for it is gone, e.g. because an identity was corrected. */
export type LinkEvidenceWithdrawn = Fact<'LinkEvidenceWithdrawn'>;
/** A first person says: same child; a second one has to say so, too. */
export type LinkConfirmationAsked = Fact<'LinkConfirmationAsked', By, Rationale>;
/** Same child, says a person, or two. */
export type LinkConfirmed = Fact<'LinkConfirmed', By | BySecond, Rationale>;
/** Not the same child, says a person, of two records that were not linked. */
export type LinkDeclined = Fact<'LinkDeclined', By, Rationale>;
/** Not the same child, says a person, of two records that were linked. */
export type LinkUndone = Fact<'LinkUndone', By, Rationale>;
/** Never to be linked. Of which kind is sealed with the rationale: that two are one adopted child is what it guards. */
export type LinkForbidden = Fact<'LinkForbidden', Pair & By, Rationale>;
export type LinkLiftingAsked = Fact<'LinkLiftingAsked', By, Rationale>;
export type LinkForbiddanceLifted = Fact<'LinkForbiddanceLifted', BySecond, Rationale>;

export type LinkFact =
  | LinkProposed
  | LinkMade
  | LinkEvidenceWithdrawn
  | LinkConfirmationAsked
  | LinkConfirmed
  | LinkDeclined
  | LinkUndone
  | LinkForbidden
  | LinkLiftingAsked
  | LinkForbiddanceLifted;

const TYPES: Readonly<Record<LinkFact['type'], true>> = {
  LinkProposed: true,
  LinkMade: true,
  LinkEvidenceWithdrawn: true,
  LinkConfirmationAsked: true,
  LinkConfirmed: true,
  LinkDeclined: true,
  LinkUndone: true,
  LinkForbidden: true,
  LinkLiftingAsked: true,
  LinkForbiddanceLifted: true,
};

/** A recorded fact of a link, typed: its stream holds only what its decider accepted. */
export const isLinkFact = (fact: RecordedFact): fact is RecordedFact & LinkFact =>
  Object.hasOwn(TYPES, fact.type);

export const LINK_CATEGORY = 'link';
export const linkStream = (id: string): string => `${LINK_CATEGORY}-${id}`;
export const linkIdOf = ({ stream }: Pick<RecordedFact, 'stream'>): string =>
  stream.slice(LINK_CATEGORY.length + 1);

/** A pair is one pair, whichever of the two is named first. */
export const inOrder = (one: string, other: string): readonly [string, string] =>
  one < other ? [one, other] : [other, one];
