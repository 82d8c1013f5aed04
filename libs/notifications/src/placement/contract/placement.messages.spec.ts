import { placementMessages } from './placement.messages';

it('names every message by what happened', () => {
  const names = Object.values(placementMessages).map((mapping) =>
    'message' in mapping ? mapping.message : '',
  );
  expect(names).toEqual(
    [
      ...['consulted', 'notified', 'supplied', 'changed', 'corrected', 'ended', 'withdrawn'],
      ...['acknowledged', 'responded'],
    ].map((happened) => `uk.ibex.placement.${happened}`),
  );
});

it('gives each a first version and a sentence for the catalogue', () => {
  for (const mapping of Object.values(placementMessages)) {
    expect(mapping).toHaveProperty('version', 1);
    expect(mapping).toHaveProperty('summary', expect.stringMatching(/^[A-Z].+\.$/));
  }
});
