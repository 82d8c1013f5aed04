import type { RecordedFact } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { AGREEMENT_CATEGORY, agreementIdOf, termsIn } from '../domain/agreement.events';
import { AGREEMENTS_SCHEMA } from './agreements.schema';
import type { AgreementPartyRow } from './agreements.schema';

const partiesIn = (fact: RecordedFact): readonly string[] => termsIn(fact)?.parties ?? [];

/** Whom to show which agreement. */
export const agreementsProjection: Projection = {
  schema: AGREEMENTS_SCHEMA,
  filter: { categories: [AGREEMENT_CATEGORY] },
  needsEarlier: true,
  project: (fact, earlier) => {
    const known = new Set(earlier.flatMap(partiesIn));
    const fresh = partiesIn(fact).filter((gss) => !known.has(gss));
    return fresh.map((party) => {
      const row: AgreementPartyRow = {
        party,
        agreementId: agreementIdOf(fact),
        sincePosition: fact.position,
      };
      return { op: 'put', table: 'agreementParties', row };
    });
  },
};
