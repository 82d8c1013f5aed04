import type { RecordedFact } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import {
  CROYDON,
  LAMBETH,
  MERTON,
  amended,
  ended,
  left,
  proposed,
  signed,
} from '../domain/agreement.fixture';
import { agreementDefinition } from '../domain/agreement.definition';
import type { AgreementFact } from '../domain/agreement.events';
import { agreementsProjection } from './agreements.projection';

const TOLD: readonly AgreementFact[] = [
  proposed(),
  signed(CROYDON),
  amended(2, { parties: [CROYDON, LAMBETH, MERTON] }),
  left(LAMBETH, 2),
  ended(),
];
const facts = TOLD.map(({ type, data }, at): RecordedFact => ({
  ...aNewFact(`f-${String(at)}`, { type, data: { ...data } }),
  ...{ stream: 'agreement-a-1', category: 'agreement', revision: at, position: 10 + at },
}));
const rowsOf = (at: number) => {
  const fact = facts[at];
  return fact ? agreementsProjection.project(fact, facts.slice(0, at)) : [];
};
const put = (party: string, sincePosition: number) => ({
  ...{ op: 'put', table: 'agreementParties' },
  row: { party, agreementId: 'a-1', sincePosition },
});

describe('the list of agreements', () => {
  it('has a row for each authority from the version on that first named it, and keeps it', () => {
    expect(rowsOf(0)).toEqual([put(CROYDON, 10), put(LAMBETH, 10)]);
    expect(rowsOf(2)).toEqual([put(MERTON, 12)]);
    for (const at of [1, 3, 4]) expect(rowsOf(at)).toEqual([]);
  });

  it('was asked about every fact that there is', () => {
    expect(new Set(TOLD.map(({ type }) => type as string)).size).toBe(
      Object.keys(agreementDefinition.facts).length,
    );
  });
});
