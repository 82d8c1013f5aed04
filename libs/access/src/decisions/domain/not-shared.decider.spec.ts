import { CROYDON, HACKNEY, given } from '@ibex/testing';
import { notSharedDecider } from './not-shared.decider';

const decision = { owner: HACKNEY, authority: CROYDON };
const order = {
  type: 'DecideNotToShare',
  data: { ...decision, isKnown: true },
  personal: { reason: 'The father works there' },
} as const;
const decided = { type: 'DecidedNotToShare', data: decision } as const;
const when = given(notSharedDecider, '2026-03-02T09:00:00.000Z');

describe('a decision not to share', () => {
  it('is on record with whom it concerns, and its reason sealed', () => {
    when()
      .when(order)
      .then({ ...decided, personal: order.personal });
  });

  it('may be about one notice', () => {
    const data = { ...order.data, notice: 'placement-1' };
    when()
      .when({ ...order, data })
      .then({ ...decided, data: { ...decision, notice: 'placement-1' }, personal: order.personal });
  });

  it('is refused about the deciding authority itself, an authority that is none, and twice', () => {
    const about = (authority: string, isKnown: boolean) => ({
      ...order,
      data: { owner: HACKNEY, authority, isKnown },
    });
    when().when(about(HACKNEY, true)).refused('notshared/own-authority');
    when().when(about('E09000099', false)).refused('notshared/unknown-authority');
    when(decided).when(order).refused('notshared/decided-already');
  });
});
