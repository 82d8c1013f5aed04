import { CROYDON, LEWISHAM, needMove, notified, recorded, supplied } from './domain/move.fixture';
import { moveDefinition } from './move.definition';

const withheldFrom = (...facts: Parameters<typeof recorded>[0]): readonly string[] =>
  recorded(facts).flatMap((fact, index, all) =>
    moveDefinition.withheldFromAddressees(fact, LEWISHAM, all.slice(0, index)),
  );

it('withholds a protected address, and the words that may give it away', () => {
  expect(withheldFrom(notified({ ...needMove, addressRestricted: true }, CROYDON))).toEqual([
    'newAddress',
    'newPostcode',
    'homePostcode',
    'householdDescription',
    'narrative',
    'explanation',
  ]);
});

it('withholds nothing otherwise', () => {
  expect(withheldFrom(notified(needMove), supplied)).toEqual([]);
});

it('travels in the standard lane under its own category', () => {
  expect(moveDefinition).toMatchObject({ name: 'move', category: 'move', lane: 'standard' });
  expect(moveDefinition.refusals.every((code) => code.startsWith('move/'))).toBe(true);
});
