import type { LegalBasis, RecordSight } from '@ibex/kernel';

/** Whose eyes, and what the policy says that they may see of one record. */
export type Onlooker = Readonly<{ authority: string; sight: RecordSight }>;

/** A fact about a record, as far as it decides who sees it. `restricted`: 1 where it was when it was told. */
export type GuardedFact = Readonly<{ position: number; source: string; restricted: number }>;
/** That an authority was told a fact, and on which basis. */
export type ToldOf = Readonly<{ position: number; basis: string; basisSource: string }>;

/** The basis on which it is seen; undefined: not for these eyes, and not to be mentioned. */
export type Verdict = LegalBasis | 'withheld' | undefined;

const NO_BASIS: LegalBasis = { text: 'Relation to the child', source: 'Children Act 2004, s 11' };
const OWN_DEED = 'Told by the authority that asks';

/** What the sight of a record as a whole rests on. */
export const basisOf = ({ sight, relations }: RecordSight): LegalBasis =>
  (relations.find(({ kind }) => kind === sight) ?? relations[0])?.basis ?? NO_BASIS;

const toBasis = (told: ToldOf): LegalBasis => ({ text: told.basis, source: told.basisSource });

const toAddressee = (fact: GuardedFact, own: readonly ToldOf[], authority: string): Verdict => {
  const [first] = own;
  if (!first) return undefined;
  const ofIt = own.find(({ position }) => position === fact.position);
  if (ofIt) return toBasis(ofIt);
  if (fact.source === authority) return { text: OWN_DEED, source: first.basisSource };
  if (fact.restricted === 1) return 'withheld';
  return fact.position < first.position ? toBasis(first) : undefined;
};

/**
 * Whether somebody sees a fact of a notice. An owner: all. With the glass broken: all but what is restricted. An addressee:
 * what led up to the first fact that it was told of, each fact that it was told of, and what it did itself; an authority
 * that is no longer told learns nothing new. `own`: what this reader was told of the notice, in order.
 */
export const seenBy = (
  fact: GuardedFact,
  own: readonly ToldOf[],
  { authority, sight }: Onlooker,
): Verdict => {
  switch (sight.sight) {
    case 'owner':
      return basisOf(sight);
    case 'grant':
      return fact.restricted === 1 ? 'withheld' : basisOf(sight);
    case 'addressee':
      return toAddressee(fact, own, authority);
    case 'none':
      return undefined;
  }
};
