import { CROYDON, needMove, notified, recorded, supplied } from './domain/move.fixture';
import { moveDefinition } from './move.definition';

const withheldFrom = (...facts: Parameters<typeof recorded>[0]): readonly string[] =>
  recorded(facts).flatMap((fact) => moveDefinition.withheldFromAddressees(fact));

it('withholds a protected address, and the words that may give it away', () => {
  expect(withheldFrom(notified({ ...needMove, addressRestricted: true }, CROYDON))).toEqual([
    'newAddress',
    'newPostcode',
    'householdDescription',
    'narrative',
  ]);
});

it('withholds nothing otherwise', () => {
  expect(withheldFrom(notified(needMove), supplied)).toEqual([]);
});

it('travels in the standard lane under its own category', () => {
  expect(moveDefinition).toMatchObject({ name: 'move', category: 'move', lane: 'standard' });
  expect(moveDefinition.refusals.every((code) => code.startsWith('move/'))).toBe(true);
});
