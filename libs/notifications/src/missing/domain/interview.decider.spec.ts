import { given } from '@ibex/testing';
import { missingDecider } from './missing.decider';
import {
  accepted,
  BRENT,
  closed,
  CROYDON,
  declined,
  found,
  HACKNEY,
  held,
  NOW,
  offered,
  offeredToHost,
  orderedBy,
  reported,
  withdrawn,
} from './missing.examples';

const scenario = given(missingDecider, NOW);
const offer = { type: 'OfferInterview', data: { by: HACKNEY, when: offered.data.when } } as const;
const accept = { type: 'AcceptInterview', data: { by: HACKNEY, when: accepted.data.when } } as const;
const hold = {
  type: 'HoldInterview',
  data: { by: HACKNEY, when: held.data.when, heldBy: 'commissioned-provider' },
} as const;
const decline = {
  type: 'DeclineInterview',
  data: { by: HACKNEY, when: declined.data.when, declinedBy: 'child' },
} as const;
const each = [offer, accept, hold, decline];

describe('the return home interview', () => {
  it('is offered after the return', () => {
    expect.hasAssertions();
    scenario(reported, found)
      .when({ ...offer, personal: { interviewer: 'A. Person' } })
      .then({ ...offered, personal: { interviewer: 'A. Person' } });
  });

  it('is offered again after it was declined', () => {
    expect.hasAssertions();
    scenario(reported, found, offered, declined).when(offer).then(offered);
  });

  it('is accepted', () => {
    expect.hasAssertions();
    scenario(reported, found, offered).when(accept).then(accepted);
  });

  it('is held, with the whole hours since the return', () => {
    expect.hasAssertions();
    scenario(reported, { ...found, data: { ...found.data, when: { at: '2026-03-10T20:31:00.000Z' } } })
      .when(hold)
      .then({ ...held, data: { ...held.data, hoursAfterReturn: 1 } });
  });

  it('is held without hours where only the date of the return is known', () => {
    expect.hasAssertions();
    const { by, when, heldBy, occurredAt } = held.data;
    scenario(reported, { ...found, data: { ...found.data, when: { on: '2026-03-10' } } })
      .when(hold)
      .then({ type: 'MissingInterviewHeld', data: { by, when, heldBy, occurredAt } });
  });

  it('is declined, also after it was accepted', () => {
    expect.hasAssertions();
    scenario(reported, found, offered).when(decline).then(declined);
    scenario(reported, found, offered, accepted).when(decline).then(declined);
  });

  it('is held by the host, once commissioned', () => {
    expect.hasAssertions();
    scenario(reported, found, offeredToHost)
      .when({ ...hold, data: { ...hold.data, by: CROYDON, heldBy: 'host-authority' } })
      .then({ ...held, data: { ...held.data, by: CROYDON, heldBy: 'host-authority' } });
  });

  it('names the commissioned host in the offer', () => {
    expect.hasAssertions();
    scenario(reported, found)
      .when({ ...offer, data: { ...offer.data, commissioned: CROYDON } })
      .then(offeredToHost);
  });
});

describe('who may record a return home interview', () => {
  it.each(each)('not the host without a commission: $type', (order) => {
    expect.hasAssertions();
    scenario(reported, found, offered)
      .when(orderedBy(order, CROYDON))
      .refused('missing/not-responsible-authority');
  });

  it.each(each)('not an area at risk: $type', (order) => {
    expect.hasAssertions();
    scenario(reported, found, offered)
      .when(orderedBy(order, BRENT))
      .refused('missing/not-responsible-authority');
  });
});

describe('a return home interview is refused', () => {
  it.each(each)('while the child is missing: $type', (order) => {
    expect.hasAssertions();
    scenario(reported).when(order).refused('missing/interview-before-return');
  });

  it.each(each)('at a time before the return: $type', (order) => {
    expect.hasAssertions();
    const when = { at: '2026-03-10T21:44:59.000Z' };
    const history = order === offer ? [reported, found] : [reported, found, offered];
    scenario(...history)
      .when({ ...order, data: { ...order.data, when } } as typeof order)
      .refused('missing/interview-before-return');
  });

  it('in the future', () => {
    expect.hasAssertions();
    scenario(reported, found)
      .when({ ...hold, data: { ...hold.data, when: { on: '2026-03-11' } } })
      .refused('missing/in-the-future');
  });

  it.each([
    ['offered', offer, offered, 'missing/interview-offered-already'],
    ['accepted', offer, accepted, 'missing/interview-accepted-already'],
    ['held', offer, held, 'missing/interview-held-already'],
    ['accepted', accept, accepted, 'missing/interview-accepted-already'],
    ['declined', accept, declined, 'missing/interview-declined-already'],
    ['held', accept, held, 'missing/interview-held-already'],
    ['declined', hold, declined, 'missing/interview-declined-already'],
    ['held', hold, held, 'missing/interview-held-already'],
    ['declined', decline, declined, 'missing/interview-declined-already'],
    ['held', decline, held, 'missing/interview-held-already'],
  ] as const)('once it was %s: %j', (_, order, last, code) => {
    expect.hasAssertions();
    scenario(reported, found, offered, last).when(order).refused(code);
  });

  it.each([accept, decline])('where none is on offer: $type', (order) => {
    expect.hasAssertions();
    scenario(reported, found).when(order).refused('missing/interview-not-offered');
  });

  it('after the eighteenth birthday and after a recall', () => {
    expect.hasAssertions();
    scenario(reported, closed).when(offer).refused('missing/closed');
    scenario(reported, withdrawn).when(offer).refused('missing/withdrawn');
  });
});
