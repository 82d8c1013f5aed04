import { given } from '@ibex/testing';
import type { MissingCommand } from './missing.commands';
import { missingDecider } from './missing.decider';
import type { MissingFact } from './missing.events';
import {
  accepted,
  closed,
  CROYDON,
  declined,
  found,
  HACKNEY,
  held,
  LAMBETH,
  NOW,
  offered,
  orderedBy,
  reported,
  reportOrder,
  withdrawn,
} from './missing.examples';
import { MISSING_REFUSALS } from './missing.refusals';
import type { MissingRefusalCode } from './missing.refusals';

const scenario = given(missingDecider, NOW);
const ended = [reported, found];
const find = { type: 'RecordFound', data: { by: HACKNEY, when: found.data.when } } as const;
const close = { type: 'CloseAtEighteen', data: { by: HACKNEY, turnedEighteenOn: '2026-03-10' } } as const;
const offer = { type: 'OfferInterview', data: { by: HACKNEY, when: offered.data.when } } as const;
const accept = { type: 'AcceptInterview', data: { by: HACKNEY, when: accepted.data.when } } as const;
const early = { on: '2026-03-09' };
const sight = { type: 'RecordSighting', data: { by: CROYDON, when: early } } as const;
const correct = {
  type: 'CorrectMissing',
  data: { by: HACKNEY, fields: ['end'], end: { when: early } },
} as const;

/** One way into each refusal. A code without a case does not compile. */
const REFUSED: Readonly<Record<MissingRefusalCode, readonly [readonly MissingFact[], MissingCommand]>> = {
  'missing/already-reported': [[reported], reportOrder],
  'missing/not-known': [[reported], orderedBy(find, LAMBETH)],
  'missing/not-a-reporter': [[], orderedBy(reportOrder, LAMBETH)],
  'missing/not-responsible-authority': [[reported], orderedBy(close, CROYDON)],
  'missing/withdrawn': [[reported, withdrawn], find],
  'missing/closed': [[reported, closed], find],
  'missing/not-open': [ended, close],
  'missing/found-already': [ended, find],
  'missing/not-found-yet': [[reported], correct],
  'missing/found-before-missing': [ended, correct],
  'missing/sighting-before-missing': [[reported], sight],
  'missing/in-the-future': [[reported], { ...find, data: { by: HACKNEY, when: { on: '2026-03-11' } } }],
  'missing/interview-before-return': [[reported], offer],
  'missing/interview-not-offered': [ended, accept],
  'missing/interview-offered-already': [[...ended, offered], offer],
  'missing/interview-accepted-already': [[...ended, offered, accepted], accept],
  'missing/interview-declined-already': [[...ended, offered, declined], accept],
  'missing/interview-held-already': [[...ended, held], accept],
  'missing/not-yet-eighteen': [
    [reported],
    { ...close, data: { by: HACKNEY, turnedEighteenOn: '2026-03-11' } },
  ],
  'missing/eighteen-before-missing': [
    [reported],
    { ...close, data: { by: HACKNEY, turnedEighteenOn: '2026-03-09' } },
  ],
  'missing/nothing-to-correct': [[reported], { ...correct, data: { by: HACKNEY, fields: [] } }],
  'missing/not-told': [
    [reported],
    { type: 'AcknowledgeMissing', data: { by: HACKNEY, response: 'received' } },
  ],
};

describe('a missing episode from report to interview', () => {
  it('runs its course, each step following from the facts before', () => {
    expect.hasAssertions();
    scenario().when(reportOrder).then(reported);
    scenario(reported)
      .when({ ...find, data: { ...find.data, foundBy: 'police', area: 'E09000005' } })
      .then({ type: 'MissingFound', data: found.data });
    scenario(...ended)
      .when(offer)
      .then(offered);
    scenario(...ended, offered)
      .when(accept)
      .then(accepted);
    scenario(...ended, offered, accepted)
      .when({ type: 'HoldInterview', data: { by: HACKNEY, when: held.data.when, heldBy: held.data.heldBy } })
      .then(held);
  });

  it('folds to the same state without what is personal', () => {
    const facts: readonly MissingFact[] = [reported, found, offered, declined];
    const fold = (some: readonly MissingFact[]): unknown =>
      some.reduce((state, fact) => missingDecider.evolve(state, fact), missingDecider.initialState);
    const bare = facts.map((fact): MissingFact => ({ ...fact, personal: {} }));
    expect(fold(bare)).toStrictEqual(fold(facts));
  });

  it('begins with the report: a fact before it says nothing', () => {
    expect(missingDecider.evolve(missingDecider.initialState, found)).toStrictEqual({ phase: 'unknown' });
  });
});

describe('each refusal', () => {
  it.each(Object.entries(REFUSED))('%s is given, with its sentence', (code, [history, order]) => {
    const state = history.reduce(
      (earlier, fact) => missingDecider.evolve(earlier, fact),
      missingDecider.initialState,
    );
    const sentences: Readonly<Record<string, string>> = MISSING_REFUSALS;
    expect(missingDecider.decide(order, state, NOW)).toMatchObject({
      outcome: 'refused',
      refusal: { code, because: sentences[code] },
    });
  });
});
