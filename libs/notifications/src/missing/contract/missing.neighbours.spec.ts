import type { MissingFact } from '../domain/missing.events';
import { NOW, found, reported, reportedRestricted, withdrawn } from '../domain/missing.examples';
import { recordedFact } from '../domain/missing.recorded.examples';
import { missingNeighbours, missingStanding } from './missing.neighbours';

const recorded = (facts: readonly MissingFact[]) =>
  facts.map((fact, index) => recordedFact(fact, NOW, index));
const urgencyOf = (...facts: readonly MissingFact[]) => {
  const all = recorded(facts);
  const last = all.at(-1);
  return last && missingNeighbours.urgencyOf(last, all.slice(0, -1));
};
const withheldOf = (...facts: readonly MissingFact[]) => {
  const all = recorded(facts);
  const last = all.at(-1);
  return last && missingNeighbours.withheld(last, all.slice(0, -1));
};
const acknowledged: MissingFact = {
  type: 'MissingAcknowledged',
  data: { by: 'E09000008', response: 'received', occurredAt: NOW },
};

it('tells a party to a sharing agreement whom to look for, and when to stop', () => {
  expect(urgencyOf(reported)).toBe('urgent');
  expect(urgencyOf(reported, found)).toBe('prompt');
  expect(urgencyOf(reported, withdrawn)).toBe('prompt');
});

it('asks no haste for what is long past', () => {
  expect(urgencyOf({ ...reported, data: { ...reported.data, alreadyOver: true } })).toBe('routine');
});

it('tells it nothing of what those settle who work on the case', () => {
  expect(urgencyOf(reported, acknowledged)).toBeUndefined();
});

it('shows it whom to look for and nothing that leads to where the child lives', () => {
  expect(withheldOf(reported)).toEqual(
    expect.arrayContaining([
      'placementAddress',
      'placementPostcode',
      'homePostcode',
      'lastSeenPlace',
      'host',
    ]),
  );
  expect(withheldOf(reported)).not.toContain('description');
  expect(withheldOf(reported)).not.toContain('child');
});

it('tells and shows it nothing of a restricted placement', () => {
  expect(urgencyOf(reportedRestricted)).toBeUndefined();
  expect(withheldOf(reportedRestricted)).toEqual(expect.arrayContaining(['child', 'description', 'kind']));
  expect(missingNeighbours.isClosed(recorded([reportedRestricted]))).toBe(true);
  expect(missingNeighbours.isClosed(recorded([reported]))).toBe(false);
});

it('is live until the child is found or it is recalled', () => {
  expect(missingStanding(recorded([reported]))).toBe('live');
  expect(missingStanding(recorded([reported, found]))).toBe('over');
  expect(missingStanding(recorded([reported, withdrawn]))).toBe('recalled');
});
