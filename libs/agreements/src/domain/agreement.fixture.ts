import type { AgreementFact } from './agreement.events';
import type { Clause, Terms } from './agreement.terms';

export const CROYDON = 'E09000008';
export const LAMBETH = 'E09000022';
export const MERTON = 'E09000024';
export const LEWISHAM = 'E09000023';
export const NOW = '2026-03-02T09:00:00.000Z';
export const KNOWN = { types: ['placement', 'move', 'missing'], strangers: [] } as const;

export const missingClause: Clause = { id: 'missing', who: { kind: 'each-other' }, types: ['missing'] };
export const terms = (change: Partial<Terms> = {}): Terms => ({
  title: 'Neighbours south of the river',
  purpose: 'Find missing children sooner',
  legalBasis: 'Children Act 2004 s11, UK GDPR art 6(1)(e)',
  parties: [CROYDON, LAMBETH],
  clauses: [missingClause],
  from: '2026-03-01',
  to: '2027-02-28',
  ...change,
});
export const proposed = (change: Partial<Terms> = {}): AgreementFact => ({
  type: 'AgreementProposed',
  data: { by: CROYDON, version: 1, terms: terms(change) },
});
export const amended = (version: number, change: Partial<Terms> = {}, by = CROYDON): AgreementFact => ({
  type: 'AgreementAmended',
  data: { by, version, terms: terms(change) },
});
export const signed = (by: string, version = 1): AgreementFact => ({
  type: 'AgreementSigned',
  data: { by, version, person: `lead-of-${by}`, role: 'governance' },
});
export const left = (by: string, version = 1): AgreementFact => ({
  type: 'AgreementPartyWithdrew',
  data: { by, version, because: 'legal-advice' },
});
export const ended = (by = CROYDON): AgreementFact => ({
  type: 'AgreementEnded',
  data: { by, because: 'purpose-fulfilled' },
});
