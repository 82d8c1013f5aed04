import { never } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import type { AgreementFact } from './agreement.events';
import type { Terms } from './agreement.terms';

/** `signedBy`: parties whose person signed it off. */
export type Version = Readonly<{ number: number; terms: Terms; signedBy: readonly string[] }>;
/** A party that left, with every version up to a number. */
export type Leaving = Readonly<{ party: string; upToVersion: number }>;

export type KnownAgreement = Readonly<{
  phase: 'known' | 'ended';
  versions: readonly [Version, ...Version[]];
  left: readonly Leaving[];
}>;
export type AgreementState = Readonly<{ phase: 'none' }> | KnownAgreement;

export const newestOf = ({ versions }: KnownAgreement): Version => versions.at(-1) ?? versions[0];

/** Parties of a version that have not left. */
export const partiesOf = ({ left }: KnownAgreement, { terms, number }: Version): readonly string[] =>
  terms.parties.filter(
    (gss) => !left.some(({ party, upToVersion }) => party === gss && number <= upToVersion),
  );

/** Whether every party of a version has signed it off; one that left before it did leaves it unsigned for good. */
export const isSigned = ({ terms, signedBy }: Version): boolean =>
  terms.parties.every((gss) => signedBy.includes(gss));

/** Every authority that ever was a party: it may read the agreement for good. */
export const everParties = ({ versions }: KnownAgreement): ReadonlySet<string> =>
  new Set(versions.flatMap(({ terms }) => terms.parties));

/**
 * The version in force on a London day: the newest that all its parties signed and whose first day has come, unless its
 * last day is over or fewer than two parties are left. An older version never comes back behind it.
 */
export const inForceOn = (state: AgreementState, day: CivilDate): Version | undefined => {
  if (state.phase !== 'known') return undefined;
  const begun = state.versions.filter((version) => isSigned(version) && version.terms.from <= day);
  const version = begun.at(-1);
  if (!version || day > version.terms.to) return undefined;
  return partiesOf(state, version).length < 2 ? undefined : version;
};

const withVersion = (state: AgreementState, number: number, terms: Terms): AgreementState => {
  const version: Version = { number, terms, signedBy: [] };
  return state.phase === 'none'
    ? { phase: 'known', versions: [version], left: [] }
    : { ...state, versions: [...state.versions, version] };
};

const signed = (state: KnownAgreement, by: string, number: number): KnownAgreement => {
  const sign = (version: Version): Version =>
    version.number === number ? { ...version, signedBy: [...version.signedBy, by] } : version;
  const [first, ...others] = state.versions;
  return { ...state, versions: [sign(first), ...others.map(sign)] };
};

/** Never refuses: what is recorded happened. A fact before the proposal itself says nothing. */
export const evolveAgreement = (state: AgreementState, fact: AgreementFact): AgreementState => {
  if (fact.type === 'AgreementProposed' || fact.type === 'AgreementAmended')
    return withVersion(state, fact.data.version, fact.data.terms);
  if (state.phase === 'none') return state;
  switch (fact.type) {
    case 'AgreementSigned':
      return signed(state, fact.data.by, fact.data.version);
    case 'AgreementPartyWithdrew': {
      const leaving = { party: fact.data.by, upToVersion: fact.data.version };
      return { ...state, left: [...state.left, leaving] };
    }
    case 'AgreementEnded':
      return { ...state, phase: 'ended' };
    default:
      return never(fact);
  }
};
