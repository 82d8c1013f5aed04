import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { JweSealer } from './jwe-sealer';
import { newSealingJwk, sealingKeyFrom } from './private-keys';

const judge = (jwk: unknown) => new JweSealer().judge(jwk);
const publicOf = async (kind: 'x25519' | 'p-256' | 'p-384' | 'rsa-3072'): Promise<JWK> => ({
  ...(await sealingKeyFrom(newSealingJwk(kind))).publicJwk,
});
const faultOf = async (jwk: unknown): Promise<string> => {
  const judged = await judge(jwk);
  return judged.isFit ? 'fit' : `${judged.fault.field} ${judged.fault.rule}`;
};
const rsa = (modulusLength: number, publicExponent = 65_537): JWK => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength, publicExponent });
  return publicKey.export({ format: 'jwk' });
};

describe('a key that an authority wants its details sealed to', () => {
  it.each([
    ['x25519', 'ECDH-ES+A256KW'],
    ['p-256', 'ECDH-ES+A256KW'],
    ['p-384', 'ECDH-ES+A256KW'],
    ['rsa-3072', 'RSA-OAEP-256'],
  ] as const)('is fit where it is %s, and then sealed to by %s', async (kind, alg) => {
    const { kid, publicJwk } = await sealingKeyFrom(newSealingJwk(kind));
    expect(await judge(publicJwk)).toEqual({ isFit: true, key: { kid, alg, jwk: publicJwk } });
  });

  it('may say what it is for, and which agreement it wants', async () => {
    const { kid, publicJwk } = await sealingKeyFrom(newSealingJwk('p-256'));
    const said = { ...publicJwk, kid, use: 'enc', key_ops: ['deriveBits'], alg: 'ECDH-ES' };
    expect(await judge(said)).toEqual({ isFit: true, key: { kid, alg: 'ECDH-ES', jwk: publicJwk } });
  });

  it('is named by its thumbprint (RFC 7638, 3.1)', async () => {
    const { kid, publicJwk } = await sealingKeyFrom(newSealingJwk('x25519'));
    const { crv, kty, x } = publicJwk;
    expect(kid).toBe(createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url'));
  });

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])(
    'is refused with its private part %s',
    async (member) => {
      const jwk = { ...(await publicOf('p-256')), [member]: 'c2VjcmV0LWNhbmFyeQ' };
      const judged = await judge(jwk);
      expect(judged).toMatchObject({ isFit: false, fault: { field: `jwk.${member}`, rule: 'public-only' } });
      expect(JSON.stringify(judged)).not.toContain('c2VjcmV0');
    },
  );

  it('is refused where it is weak', async () => {
    expect(await faultOf(rsa(2_048))).toBe('jwk.n strength');
    expect(await faultOf(rsa(3_064))).toBe('jwk.n strength');
    expect(await faultOf(rsa(3_072, 3))).toBe('jwk.e strength');
  });

  it('is refused where it is of another kind', async () => {
    const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' }).publicKey.export({ format: 'jwk' });
    const k256 = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey.export({ format: 'jwk' });
    const shared = { kty: 'oct' };
    const faults = await Promise.all([ed25519, p521, k256, shared, {}, { kty: 'constructor' }].map(faultOf));
    expect(faults).toEqual(Array.from({ length: 6 }, () => 'jwk.kty kind-of-key'));
  });

  it('is refused where it is meant for something else', async () => {
    const jwk = await publicOf('p-256');
    expect(await faultOf({ ...jwk, use: 'sig' })).toBe('jwk.use use');
    expect(await faultOf({ ...jwk, key_ops: ['verify'] })).toBe('jwk.key_ops key-operations');
    expect(await faultOf({ ...jwk, key_ops: ['encrypt', 'sign'] })).toBe('jwk.key_ops key-operations');
    expect(await faultOf({ ...jwk, key_ops: [] })).toBe('jwk.key_ops key-operations');
    expect(await faultOf({ ...jwk, alg: 'ECDH-ES+A128KW' })).toBe('jwk.alg algorithm');
    expect(await faultOf({ ...jwk, alg: 'RSA-OAEP-256' })).toBe('jwk.alg algorithm');
    expect(await faultOf({ ...(await publicOf('rsa-3072')), alg: 'RSA-OAEP' })).toBe('jwk.alg algorithm');
    expect(await faultOf({ ...jwk, kid: 'our-own-name' })).toBe('jwk.kid thumbprint');
    expect(await faultOf({ ...jwk, x5c: ['certificate'] })).toBe('jwk unknown-member');
  });

  it('is refused where it is not a key at all', async () => {
    const { x, y, ...rest } = await publicOf('p-256');
    const missing = await faultOf({ ...rest, x });
    expect(missing).toBe('jwk.y member');
    expect(await faultOf({ ...rest, x: y, y: x })).toBe('jwk key-value'); // off its curve
    expect(await faultOf({ ...rest, x, y: `${String(y)}=` })).toBe('jwk key-value'); // another spelling
    expect(await faultOf('MIIB')).toBe('jwk object');
    expect(await faultOf(null)).toBe('jwk object');
    expect(await faultOf([])).toBe('jwk object');
  });

  it('is refused where it is a point that anybody can open', async () => {
    // RFC 7748, section 6.1: of these the agreed secret is zero whoever agrees
    const ofSmallOrder = [Buffer.alloc(32), Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])];
    const faults = await Promise.all(
      ofSmallOrder.map((point) => faultOf({ kty: 'OKP', crv: 'X25519', x: point.toString('base64url') })),
    );
    expect(faults).toEqual(['jwk key-value', 'jwk key-value']);
  });

  it('is spelt with no leading zeros', async () => {
    const { n, ...rest } = await publicOf('rsa-3072');
    const padded = Buffer.concat([Buffer.alloc(1), Buffer.from(String(n), 'base64url')]).toString(
      'base64url',
    );
    expect(createPublicKey({ key: { ...rest, n: padded }, format: 'jwk' }).type).toBe('public');
    expect(await faultOf({ ...rest, n: padded })).toBe('jwk key-value');
  });
});
