import type { RecordedFact } from '@ibex/kernel';
import type { PlacementFact } from '../domain/placement.events';
import {
  NOW,
  acknowledged,
  changed,
  corrected,
  ended,
  notified,
  ofLast,
  responded,
  supplied,
  withdrawn,
} from '../domain/placement.fixture';
import { placementNeighbours, placementStanding } from './placement.neighbours';

const last = <T>(
  rule: (fact: RecordedFact, earlier: readonly RecordedFact[]) => T,
  ...facts: readonly PlacementFact[]
): T => ofLast(rule, ...facts.map((fact) => [fact, NOW] as const));
const whole = (fact: RecordedFact, earlier: readonly RecordedFact[]): readonly RecordedFact[] => [
  ...earlier,
  fact,
];
const adoption = corrected({ restricted: true, host: { kind: 'withheld' }, placementType: 'A3' });

it('tells a party to a sharing agreement of the course of a placement', () => {
  const { urgencyOf } = placementNeighbours;
  expect(last(urgencyOf, notified())).toBe('routine');
  expect(last(urgencyOf, notified(), changed())).toBe('routine');
  expect(last(urgencyOf, notified(), corrected({}))).toBe('prompt');
  expect(last(urgencyOf, notified(), ended())).toBe('routine');
  expect(last(urgencyOf, notified(), withdrawn())).toBe('prompt');
});

it('tells it nothing of what host and owner settle between them', () => {
  const { urgencyOf } = placementNeighbours;
  expect(last(urgencyOf, notified(), supplied())).toBeUndefined();
  expect(last(urgencyOf, notified(), acknowledged())).toBeUndefined();
  expect(last(urgencyOf, notified(), responded())).toBeUndefined();
});

it('shows it neither where the child lives nor with whom nor in which area', () => {
  expect(last(placementNeighbours.withheld, notified())).toEqual(
    expect.arrayContaining(['address', 'postcode', 'providerName', 'contacts', 'narrative', 'host']),
  );
  expect(last(placementNeighbours.withheld, notified())).not.toContain('child');
});

it('tells and shows it nothing once a placement is restricted', () => {
  const { urgencyOf, withheld, isClosed } = placementNeighbours;
  expect(last(urgencyOf, notified(), adoption)).toBeUndefined();
  expect(last(withheld, notified(), adoption)).toEqual(expect.arrayContaining(['child', 'startsOn', 'by']));
  expect(last((...of) => isClosed(whole(...of)), notified(), adoption)).toBe(true);
  expect(last((...of) => isClosed(whole(...of)), notified())).toBe(false);
});

it('is live until it ends or is recalled', () => {
  const standing = (...facts: readonly PlacementFact[]) =>
    last((...of) => placementStanding(whole(...of)), ...facts);
  expect(standing(notified(), changed())).toBe('live');
  expect(standing(notified(), ended())).toBe('over');
  expect(standing(notified(), withdrawn())).toBe('recalled');
});
