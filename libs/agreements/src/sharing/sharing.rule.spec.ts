import type { Addressee, Capacity, Urgency } from '@ibex/kernel';
import { someMetadata } from '@ibex/testing';
import { CROYDON, LAMBETH, LEWISHAM, MERTON, missingClause, terms } from '../domain/agreement.fixture';
import type { Clause } from '../domain/agreement.terms';
import { alsoToldOf } from './sharing.rule';
import type { InForce, Step } from './sharing.rule';

const GROUP = [CROYDON, LAMBETH, MERTON, LEWISHAM];
const agreement = (clauses: readonly Clause[], change: Partial<InForce> = {}): InForce => ({
  ...{ id: 'a-1', version: 1, parties: GROUP },
  terms: terms({ parties: GROUP, clauses }),
  ...change,
});
const to = (authority: string, capacity: Capacity = 'host', urgency: Urgency = 'urgent'): Addressee => ({
  ...{ authority, capacity, urgency },
  basis: { text: 'by law', source: 'reg 13' },
});
const step = (change: Partial<Step> & { by?: string } = {}): Step => ({
  fact: { metadata: { ...someMetadata, actor: { ...someMetadata.actor, authority: change.by ?? LAMBETH } } },
  ...{ type: 'missing', told: [], urgency: 'urgent', age: undefined },
  agreements: [agreement([missingClause])],
  ...change,
});
const told = (...steps: readonly Step[]): readonly string[] =>
  alsoToldOf(steps).map(({ authority }) => authority);
const under = (clause: Partial<Clause>): Pick<Step, 'agreements'> => ({
  agreements: [agreement([{ ...missingClause, ...clause }])],
});

describe('under a sharing agreement', () => {
  it('a party that knows tells every other, citing the clause', () => {
    expect(told(step())).toEqual([CROYDON, LEWISHAM, MERTON]);
    expect(alsoToldOf([step()])[0]).toEqual({
      ...{ authority: CROYDON, capacity: 'addressee', urgency: 'urgent' },
      basis: {
        text: 'Told under the sharing agreement “Neighbours south of the river”, clause missing',
        source: 'Agreement a-1, version 1, clause missing: Children Act 2004 s11, UK GDPR art 6(1)(e)',
      },
      agreement: { id: 'a-1', version: 1, clause: 'missing', tells: LAMBETH },
    });
  });

  it('nobody is told again whom law names, and law’s basis stands', () => {
    expect(told(step({ told: [to(CROYDON)] }))).toEqual([LEWISHAM, MERTON]);
  });

  it('a host may tell its neighbours of what another authority told it', () => {
    const placedBy = { by: 'E10000016', told: [to(CROYDON)] };
    expect(told(step(placedBy))).toEqual([LAMBETH, LEWISHAM, MERTON]);
    expect(alsoToldOf([step(placedBy)])[0]?.agreement?.tells).toBe(CROYDON);
  });

  it('nobody is told where no party knows', () => {
    expect(told(step({ by: 'E10000016' }))).toEqual([]);
  });

  it('only those that a clause names tell and are told', () => {
    const named = under({ who: { kind: 'named', from: [LAMBETH], to: [MERTON] } });
    expect(told(step(named))).toEqual([MERTON]);
    expect(told(step({ ...named, by: CROYDON }))).toEqual([]);
  });

  it('nobody is told who has left', () => {
    const left = [agreement([missingClause], { parties: [CROYDON, LAMBETH] })];
    expect(told(step({ agreements: left }))).toEqual([CROYDON]);
    expect(told(step({ agreements: left, by: MERTON }))).toEqual([]);
  });

  it('a clause holds for its types, urgencies and directions', () => {
    expect(told(step({ type: 'move' }))).toEqual([]);
    expect(told(step(under({ urgencies: ['prompt'] })))).toEqual([]);
    expect(told(step(under({ urgencies: ['urgent'] })))).toHaveLength(3);
    expect(told(step(under({ directions: ['placed-here'] })))).toEqual([]);
    const placedHere = { ...under({ directions: ['placed-here'] }), told: [to(CROYDON)] };
    expect(told(step(placedHere))).toEqual([LEWISHAM, MERTON]);
    expect(told(step({ ...placedHere, told: [to(CROYDON, 'area-at-risk')] }))).toEqual([]);
  });

  it('ages include both ends, and an unknown age is not told of', () => {
    const ages = under({ agesFrom: 13, agesTo: 17 });
    expect(told(step({ ...ages, age: 13 }))).toHaveLength(3);
    expect(told(step({ ...ages, age: 17 }))).toHaveLength(3);
    expect(told(step({ ...ages, age: 12 }))).toEqual([]);
    expect(told(step({ ...ages, age: 18 }))).toEqual([]);
    expect(told(step(ages))).toEqual([]);
    expect(told(step({ ...under({ agesTo: 17 }), age: 0 }))).toHaveLength(3);
  });

  it('nobody is told more urgently than law tells', () => {
    const urgencies = (of: Step) => alsoToldOf([of]).map(({ urgency }) => urgency);
    expect(urgencies(step({ told: [to(CROYDON, 'host', 'routine')] }))).toEqual(['routine', 'routine']);
    expect(urgencies(step({ urgency: 'routine', told: [to(CROYDON)] }))).toEqual(['routine', 'routine']);
  });

  it('nothing is told that the type keeps to those whom law names', () => {
    expect(told(step({ urgency: undefined }))).toEqual([]);
  });

  it('whoever was told of a notice hears how it goes on, whatever the clause asks of a first notice', () => {
    const ages = under({ agesFrom: 13, agesTo: 17, urgencies: ['urgent'] });
    const first = step({ ...ages, age: 17 });
    const later = step({ ...ages, age: 18, urgency: 'prompt' });
    expect(told(later)).toEqual([]);
    expect(told(first, later)).toEqual([CROYDON, LEWISHAM, MERTON]);
    expect(told(first, { ...later, urgency: undefined }, later)).toEqual([CROYDON, LEWISHAM, MERTON]);
  });

  it('nobody hears more once the clause, the agreement or the one that told is gone', () => {
    const first = step(under({ urgencies: ['urgent'] }));
    const later = (change: Partial<Step> & { by?: string }) =>
      told(first, step({ urgency: 'prompt', ...under({ urgencies: ['urgent'] }), ...change }));
    expect(later({})).toHaveLength(3);
    expect(later({ agreements: [] })).toEqual([]);
    expect(later(under({ id: 'another', urgencies: ['urgent'] }))).toEqual([]);
    expect(later({ by: 'E10000016' })).toEqual([]);
  });

  it('the first agreement and clause that opens it is cited, each authority once', () => {
    const agreements = [
      agreement([
        { ...missingClause, types: ['move'] },
        { ...missingClause, id: 'second' },
      ]),
      agreement([missingClause], { id: 'a-2' }),
    ];
    const all = alsoToldOf([step({ agreements })]);
    expect(all.map((each) => [each.authority, each.agreement?.id, each.agreement?.clause])).toEqual([
      [CROYDON, 'a-1', 'second'],
      [LEWISHAM, 'a-1', 'second'],
      [MERTON, 'a-1', 'second'],
    ]);
  });
});
