import type { Fact, RecordedFact } from '@ibex/kernel';
import type { Terms } from './agreement.terms';

/** `by`: GSS code of the acting party. Versions count 1, 2, 3 … */
type By = Readonly<{ by: string }>;

export type AgreementProposed = Fact<'AgreementProposed', By & { version: number; terms: Terms }>;
export type AgreementAmended = Fact<'AgreementAmended', By & { version: number; terms: Terms }>;

/** Signed off for one party by a person in a role. `name`: who that is, as the other parties are to read it. */
export type AgreementSigned = Fact<
  'AgreementSigned',
  By & { version: number; person: string; role: string },
  { name: string; position?: string }
>;

export const LEAVING_REASONS = [
  'purpose-fulfilled',
  'replaced',
  'breach',
  'legal-advice',
  'reorganisation',
  'other',
] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

/** One party leaves; it goes on between the others where two are left. `version`: the newest that it leaves. */
export type AgreementPartyWithdrew = Fact<
  'AgreementPartyWithdrew',
  By & { version: number; because: LeavingReason },
  { note?: string }
>;
/** It ends for all parties. */
export type AgreementEnded = Fact<'AgreementEnded', By & { because: LeavingReason }, { note?: string }>;

export type AgreementFact =
  AgreementProposed | AgreementAmended | AgreementSigned | AgreementPartyWithdrew | AgreementEnded;

const TYPES: Readonly<Record<AgreementFact['type'], true>> = {
  AgreementProposed: true,
  AgreementAmended: true,
  AgreementSigned: true,
  AgreementPartyWithdrew: true,
  AgreementEnded: true,
};

/** A recorded fact of an agreement, typed: its stream holds only what its decider accepted. */
export const isAgreementFact = (fact: RecordedFact): fact is RecordedFact & AgreementFact =>
  Object.hasOwn(TYPES, fact.type);

/** What a proposal or an amendment says; undefined for every other fact. */
export const termsIn = (fact: RecordedFact): Terms | undefined => {
  if (!isAgreementFact(fact)) return undefined;
  return fact.type === 'AgreementProposed' || fact.type === 'AgreementAmended' ? fact.data.terms : undefined;
};

export const AGREEMENT_CATEGORY = 'agreement';
export const agreementStream = (id: string): string => `${AGREEMENT_CATEGORY}-${id}`;
export const agreementIdOf = ({ stream }: Pick<RecordedFact, 'stream'>): string =>
  stream.slice(AGREEMENT_CATEGORY.length + 1);
