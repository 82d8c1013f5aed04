import type { CivilDate, Fact, RecordedFact } from '@ibex/kernel';

/** Whom to ring, of the owner’s own people, and what the police file it under. */
export type LookoutWords = Readonly<{ name: string; phone: string; policeReference?: string }>;
/** Those words, sealed under the child’s key: erasing the child erases them. */
export type LookoutSealed = Readonly<{ words: string }>;

/**
 * A restricted child is missing, and its owner lets these authorities (GSS codes) know that a child is. `about`: the
 * record, which nobody is told: the fact is filed and sealed under the owner, and only within that under the child.
 */
export type LookoutAsked = Fact<
  'LookoutAsked',
  Readonly<{ by: string; person: string; about: string; authorities: readonly string[]; since: CivilDate }>,
  LookoutSealed
>;
/** `because`: where the service ended it. */
export type LookoutEnded = Fact<
  'LookoutEnded',
  Readonly<{ by: string; person: string; because?: 'child-found' }>
>;
/** It stays open for long, of which its owner is reminded. */
export type LookoutReminded = Fact<'LookoutReminded', Readonly<{ by: string }>>;
export type LookoutFact = LookoutAsked | LookoutEnded | LookoutReminded;

export const LOOKOUT_CATEGORY = 'lookout';
export const lookoutStream = (id: string): string => `${LOOKOUT_CATEGORY}-${id}`;
export const lookoutIdOf = ({ stream }: Pick<RecordedFact, 'stream'>): string =>
  stream.slice(LOOKOUT_CATEGORY.length + 1);
/** What a lookout is filed and sealed under, in place of a record. */
export const lookoutsOf = (owner: string): string => `lookouts-${owner}`;

const TYPES: Readonly<Record<LookoutFact['type'], true>> = {
  LookoutAsked: true,
  LookoutEnded: true,
  LookoutReminded: true,
};

/** A recorded fact of a lookout, typed: its stream holds only what its decider accepted. */
export const isLookoutFact = (fact: RecordedFact): fact is RecordedFact & LookoutFact =>
  Object.hasOwn(TYPES, fact.type);
