import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compactVerify, importJWK } from 'jose';
import type { JWK } from 'jose';
import { Ed25519StatementSigner } from './statement-signer';
import { signingKeyFrom } from './signing-key';

type Vector = Readonly<{
  title: string;
  input: Readonly<{ payload: string; key: JWK; alg: string }>;
  signing: Readonly<{ 'sig-input': string; sig: string }>;
  output: Readonly<{ compact: string }>;
}>;

const vector = (name: string): Vector =>
  JSON.parse(
    readFileSync(resolve(process.cwd(), '..', 'shared', 'data', 'vectors-jose-cookbook', name), 'utf8'),
  ) as Vector;

describe('the JOSE cookbook (RFC 7520, RFC 8037)', () => {
  const ed25519 = vector('curve25519/jws.json');

  it('signs its Ed25519 example to the letter with a key loaded as ours', async () => {
    const { privateKey } = await signingKeyFrom(JSON.stringify(ed25519.input.key));
    const signature = sign(null, Buffer.from(ed25519.signing['sig-input']), privateKey);
    expect(signature.toString('base64url')).toBe(ed25519.signing.sig);
  });

  it('knows the same key by its thumbprint (RFC 8037, appendix A.3)', async () => {
    const { kid } = await signingKeyFrom(JSON.stringify(ed25519.input.key));
    expect(kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('makes statements that are verified with that key', async () => {
    const key = await signingKeyFrom(JSON.stringify(ed25519.input.key));
    const jws = await new Ed25519StatementSigner(key).sign({ told: true }, 'ibex-receipt+jwt');
    await expect(compactVerify(jws, await importJWK(key.publicJwk, 'EdDSA'))).resolves.toBeDefined();
  });

  it.each(['curve25519/jws.json', 'jws/4_1.rsa_v15_signature.json', 'jws/4_3.ecdsa_signature.json'])(
    'verifies %s, and not when its payload is changed',
    async (name) => {
      const { input, output } = vector(name);
      const { kty, crv, x, y, n, e } = input.key;
      const publicPart = JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as JWK;
      const key = await importJWK(publicPart, input.alg);
      const { payload } = await compactVerify(output.compact, key, { algorithms: [input.alg] });
      expect(new TextDecoder().decode(payload)).toBe(input.payload);
      const [head, , signature] = output.compact.split('.');
      const changed = [head, Buffer.from('another payload').toString('base64url'), signature].join('.');
      await expect(compactVerify(changed, key)).rejects.toThrow('signature verification failed');
    },
  );

  it('does not take an X25519 key for a signing key', async () => {
    const { input } = vector('curve25519/ecdh-es.json');
    expect(createPrivateKey({ key: { ...input.key }, format: 'jwk' }).asymmetricKeyType).toBe('x25519');
    await expect(signingKeyFrom(JSON.stringify(input.key))).rejects.toMatchObject({
      code: 'jose/key-not-valid',
    });
  });
});
