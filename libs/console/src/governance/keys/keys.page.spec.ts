import { formOf } from '../../frame/form-fields';
import { atKey, keysPage, pastedKey, registerFaults } from './keys.page';

const PUBLIC = '{"kty":"OKP","crv":"X25519","x":"abc"}';

describe('a key as somebody pasted it', () => {
  it('is read where it is a public one', () => {
    expect(pastedKey(PUBLIC)).toEqual({ jwk: { kty: 'OKP', crv: 'X25519', x: 'abc' } });
  });

  it.each([
    ['', 'Paste the public key'],
    ['-----BEGIN PUBLIC KEY-----', 'This is no JSON. Paste the key as a JSON Web Key, from { to }'],
    ['[]', 'This is no JSON. Paste the key as a JSON Web Key, from { to }'],
  ])('is refused as "%s"', (text, fault) => {
    expect(pastedKey(text)).toEqual({ fault });
  });

  it.each(['d', 'p', 'k'])('is refused with the private part %s', (part) => {
    const pasted = pastedKey(JSON.stringify({ kty: 'OKP', [part]: 'secret' }));
    expect('fault' in pasted && pasted.fault).toContain('private half');
  });

  it('brings faults of its parts to the one field', () => {
    const faults = { summary: [{ text: 'is short', href: '#jwk-n' }], of: { 'jwk.n': 'is short' } };
    expect(atKey(faults)).toEqual({
      summary: [{ text: 'is short', href: '#jwk' }],
      of: { 'jwk.n': 'is short', jwk: 'n is short' },
    });
  });

  it('may say until when, as people write days', () => {
    expect(registerFaults(formOf({ jwk: PUBLIC, notAfter: 'never', overlapDays: '91' }))?.of).toEqual({
      notAfter: 'Enter a real day, for example 31 March 2028, or leave this empty',
      overlapDays: 'Enter a number of days from 0 to 90, or leave this empty',
    });
  });
});

describe('the keys of an authority', () => {
  const key = {
    ...{ alg: 'ECDH-ES+A256KW' as const, jwk: { kty: 'OKP' as const, crv: 'X25519' as const }, kid: 'k1' },
    ...{
      notAfter: '2027-01-01T00:00:00.000Z',
      offeredAt: '2026-01-01T00:00:00.000Z',
      state: 'active' as const,
    },
  };

  it('can be revoked by those who may, while they are of use', () => {
    const [row] = keysPage({ keys: [key] }, { may: true }).table.rows;
    expect(row?.at(-1)).toEqual({
      text: 'Revoke',
      href: '/console/governance/keys/k1/revoke',
      about: 'key k1',
    });
    expect(keysPage({ keys: [key] }, { may: false }).table.rows[0]?.at(-1)).toBe('');
    expect(keysPage({ keys: [{ ...key, state: 'revoked' }] }, { may: true }).table.rows[0]?.at(-1)).toBe('');
  });

  it('warn of their end, but not an authority that never had one', () => {
    expect(keysPage({ keys: [key], warning: 'ends-soon' }, { may: true }).warning).toContain(
      'within 30 days',
    );
    expect(keysPage({ keys: [], warning: 'nothing-to-seal-to' }, { may: true }).warning).toBeUndefined();
  });
});
