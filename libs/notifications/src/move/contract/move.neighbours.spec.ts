import type { MoveEvent } from '../domain/move.events';
import { corrected } from '../domain/move.duties.fixture';
import { declined, notified, planMove, recorded, supplied, withdrawn } from '../domain/move.fixture';
import { moveNeighbours, moveStanding } from './move.neighbours';

const urgencyOf = (...facts: readonly MoveEvent[]) => {
  const all = recorded(facts);
  const last = all.at(-1);
  return last && moveNeighbours.urgencyOf(last, all.slice(0, -1));
};
const withheldOf = (...facts: readonly MoveEvent[]) => {
  const all = recorded(facts);
  const last = all.at(-1);
  return last && moveNeighbours.withheld(last, all.slice(0, -1));
};
const flight = { ...planMove, addressRestricted: true };

it('tells a party to a sharing agreement that a child moves, and not what the two sides settle', () => {
  expect(urgencyOf(notified())).toBe('prompt');
  expect(urgencyOf(notified(), withdrawn)).toBe('prompt');
  expect(urgencyOf(notified(), supplied)).toBeUndefined();
  expect(urgencyOf(notified(), declined)).toBeUndefined();
});

it('shows it neither from where nor to where, and nothing personal of the notice', () => {
  expect(withheldOf(notified())).toEqual(
    expect.arrayContaining(['fromAuthority', 'toAuthority', 'oldAddress', 'newAddress', 'homePostcode']),
  );
});

it('tells and shows it nothing once the address is protected', () => {
  expect(urgencyOf(notified(flight))).toBeUndefined();
  expect(urgencyOf(notified(), corrected(flight))).toBeUndefined();
  expect(withheldOf(notified(), corrected(flight))).toEqual(expect.arrayContaining(['child', 'cohort']));
  expect(moveNeighbours.isClosed(recorded([notified(), corrected(flight)]))).toBe(true);
  expect(moveNeighbours.isClosed(recorded([notified()]))).toBe(false);
});

it('is live until responsibility is handed over or it is recalled', () => {
  expect(moveStanding(recorded([notified(), declined]))).toBe('live');
  expect(moveStanding(recorded([notified(), withdrawn]))).toBe('recalled');
});
