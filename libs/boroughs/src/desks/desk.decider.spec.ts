import { given } from '@ibex/testing';
import { USUAL, deskDecider, ladderOf } from './desk.decider';
import type { NameDesk, SetEscalation } from './desk.decider';
import { USUAL_DESKS, USUAL_STEPS } from './usual-desks';

const by = 'E09000008';
const hours = [{ days: [1, 2], opens: '08:00', closes: '20:00' }];
const mash: NameDesk = { type: 'NameDesk', data: { by, desk: 'mash', role: 'MASH team', hours } };
const named = { type: 'DeskNamed', data: mash.data } as const;
const steps = [
  { desk: 'mash', afterMinutes: 15 },
  { desk: 'head-of-service', afterMinutes: 60 },
];
const set: SetEscalation = { type: 'SetEscalation', data: { by, kind: 'acknowledgement', steps } };
const desks = given(deskDecider, '2026-03-02T09:00:00.000Z');

describe('the desks of an authority', () => {
  it('are named with their hours, their contact kept apart from the open part', () => {
    desks()
      .when({ ...mash, personal: { contact: '020 7946 0000' } })
      .then({ ...named, personal: { contact: '020 7946 0000' } });
  });

  it.each([
    [[], 'desk/no-such-hours'],
    [[{ days: [], opens: '08:00', closes: '20:00' }], 'desk/no-such-hours'],
    [[{ days: [1], opens: '8', closes: '20:00' }], 'desk/no-such-hours'],
  ] as const)('are not named with hours that say nothing', (none, code) => {
    desks()
      .when({ ...mash, data: { ...mash.data, hours: none } })
      .refused(code);
  });

  it('keep one desk that never closes', () => {
    desks()
      .when({ ...mash, data: { ...mash.data, desk: 'out-of-hours' } })
      .refused('desk/out-of-hours-closes');
  });

  it('are told of late duties in the order that was set', () => {
    desks(named).when(set).then({ type: 'EscalationSet', data: set.data });
  });

  it('are not told in an order that runs backwards, nor at a desk that is not there', () => {
    const backwards = { ...set, data: { ...set.data, steps: [...steps].reverse() } };
    desks(named).when(backwards).refused('desk/steps-out-of-order');
    desks().when(set).refused('desk/unknown');
  });

  it('are the usual ones until the authority says otherwise, kind by kind', () => {
    const state = [named, { type: 'EscalationSet', data: set.data } as const].reduce(
      (before, fact) => deskDecider.evolve(before, fact),
      USUAL,
    );
    expect(ladderOf(USUAL, 'acknowledgement')).toEqual({
      ...{ desks: USUAL_DESKS, steps: USUAL_STEPS, outOfHours: 'out-of-hours' },
    });
    expect(ladderOf(state, 'acknowledgement').steps).toEqual(steps);
    expect(ladderOf(state, 'return-interview').steps).toEqual(USUAL_STEPS);
    const none = { type: 'EscalationSet', data: { by, kind: 'any', steps: [] } } as const;
    expect(ladderOf(deskDecider.evolve(state, none), 'return-interview').steps).toEqual([]);
  });
});
