import { PLACEMENT_TYPES, REASONS_EPISODE_CEASED } from '@ibex/notifications';
import { CODE_SETS, isCode, isCodeOfYear } from './code-sets';

describe('the code sets of the return', () => {
  it('hold every code that a notice can say', () => {
    expect([...CODE_SETS.PLACE.codes.keys()].sort()).toStrictEqual(Object.keys(PLACEMENT_TYPES).sort());
    expect(
      [...CODE_SETS.REC.codes.keys()].filter((code) => !['E43', 'E44'].includes(code)).sort(),
    ).toStrictEqual(Object.keys(REASONS_EPISODE_CEASED).sort());
  });

  it.each([
    ['RNE', 'Q', false],
    ['RNE', '', false],
    ['REC', '', true],
    ['REC', 'E99', false],
    ['SEX', '1', true],
    ['SEX', 'M', true],
    ['SEX', '3', false],
    ['PLACE', 'Y7', false],
  ] as const)('judge %s %j', (column, value, is) => {
    expect(isCode(column, value)).toBe(is);
  });

  it.each([
    ['SEX', '1', 2024, true],
    ['SEX', '1', 2025, false],
    ['SEX', 'U', 2024, false],
    ['PLACE', 'H5', 2024, true],
    ['PLACE', 'H5', 2025, false],
    ['PLACE', 'K3', 2025, true],
    ['PLACE', 'Z12', 2026, true],
    ['PLACE', 'Z12', 2025, false],
    ['REC', 'E43', 2018, true],
    ['REC', 'E45', 2018, false],
    ['REASON_PLACE_CHANGE', 'CUSTOD', 2017, false],
    ['PLACE', 'H5', undefined, true],
  ] as const)('know in which years %s %s was in use: %s', (column, value, year, is) => {
    expect(isCodeOfYear(column, value, year)).toBe(is);
  });
});
