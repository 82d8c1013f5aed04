import { isLabelOfScale } from './exploitation.codes';
import { findHostAuthority, isRestrictedPlacement, isSameHost } from './host';
import { only } from './only';
import { isPlacementTypeValidOn, isProviderUrn } from './ssda903.codes';
import { without } from './without';

describe('hosts', () => {
  const croydon = { kind: 'authority', gss: 'E09000008' } as const;
  const camden = { kind: 'authority', gss: 'E09000007' } as const;
  const wales = { kind: 'outside-england', code: 'WAL' } as const;
  const scotland = { kind: 'outside-england', code: 'SCO' } as const;
  const unknown = { kind: 'unknown' } as const;
  const withheld = { kind: 'withheld' } as const;

  it('are the same by code, and never where nobody can know', () => {
    expect(isSameHost(croydon, croydon)).toBe(true);
    expect(isSameHost(croydon, camden)).toBe(false);
    expect(isSameHost(wales, wales)).toBe(true);
    expect(isSameHost(wales, scotland)).toBe(false);
    expect(isSameHost(croydon, wales)).toBe(false);
    expect(isSameHost(unknown, unknown)).toBe(false);
    expect(isSameHost(withheld, withheld)).toBe(false);
  });

  it('can be told through the exchange only as an English authority', () => {
    expect([croydon, wales, unknown, withheld].map(findHostAuthority)).toEqual([
      'E09000008',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are restricted where the child is placed for adoption', () => {
    expect(['A3', 'A4', 'A5', 'A6'].every(isRestrictedPlacement)).toBe(true);
    expect(isRestrictedPlacement('U1')).toBe(false);
    expect(isRestrictedPlacement(undefined)).toBe(false);
  });
});

describe('SSDA903 codes', () => {
  it.each([
    ['P2', '2023-10-27', true],
    ['P2', '2023-10-28', false],
    ['Z14', '2025-03-31', false],
    ['Z14', '2025-04-01', true],
    ['H5', '2026-01-01', true],
    ['K3', '2019-01-01', true],
    ['Z1', '2026-01-01', true],
  ] as const)('lets a placement begin as %s on %s: %s', (code, date, isValid) => {
    expect(isPlacementTypeValidOn(code, date)).toBe(isValid);
  });

  it('knows a provider URN by its shape', () => {
    expect(['SC012345', '1234567', 'XXXXXXX'].every(isProviderUrn)).toBe(true);
    expect(['SC12345', '123456', '12345678', 'XXXXXX', 'sc012345', ''].some(isProviderUrn)).toBe(false);
  });
});

it('takes a label of the named scale, and any on a local one', () => {
  expect(isLabelOfScale({ label: 'moderate', scaleId: 'emerging-moderate-significant' })).toBe(true);
  expect(isLabelOfScale({ label: 'high', scaleId: 'emerging-moderate-significant' })).toBe(false);
  expect(isLabelOfScale({ label: 'amber', scaleId: 'local' })).toBe(true);
});

it('copies with some fields, or without some', () => {
  const given: { a: number; b?: string | undefined; c?: number } = { a: 1, b: undefined, c: 2 };
  expect(only(given, 'a', 'b')).toStrictEqual({ a: 1 });
  expect(without(given, 'b', 'c')).toStrictEqual({ a: 1 });
});
