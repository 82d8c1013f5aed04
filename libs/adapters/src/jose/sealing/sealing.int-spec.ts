import { CompactEncrypt, importJWK } from 'jose';
import type { JWK } from 'jose';
import fc from 'fast-check';
import type { EncryptionKey } from '@ibex/kernel';
import { JweSealer } from './jwe-sealer';
import { JweUnsealer } from './jwe-unsealer';
import { newSealingJwk, sealingKeyFrom } from './private-keys';
import type { SealingKeyKind } from './private-keys';

const ENTRY = 'entry-1';
const DETAIL = { id: 'fact-1', personal: { forename: 'Zoë', surname: 'O’Brien' } };
const sealer = new JweSealer();

type Pair = Readonly<{ jwk: JWK; key: EncryptionKey }>;
const pairOf = async (kind: SealingKeyKind, alg?: string): Promise<Pair> => {
  const jwk: JWK = newSealingJwk(kind);
  const { publicJwk } = await sealingKeyFrom(jwk);
  const judged = await sealer.judge(alg === undefined ? publicJwk : { ...publicJwk, alg });
  if (!judged.isFit) throw new Error(judged.fault.rule);
  return { jwk: alg === undefined ? jwk : { ...jwk, alg }, key: judged.key };
};
const sealed = ({ key }: Pair, binding = ENTRY) =>
  sealer.seal(DETAIL, key, { kind: 'notice-detail', binding });
const codeOf = (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => 'opened',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
const headerOf = (jwe: string): unknown =>
  JSON.parse(Buffer.from(jwe.split('.')[0] ?? '', 'base64url').toString());

/** As somebody else would seal: with whatever header. */
const forged = async ({ key }: Pair, header: Readonly<Record<string, unknown>>, content = DETAIL) => {
  const { alg, kid, jwk } = key;
  const own = { alg, kid, enc: 'A256GCM', cty: 'vnd.ibex.notice-detail+json', 'ibex.for': ENTRY };
  const publicKey = await importJWK({ ...jwk }, alg);
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ ...own, ...header })
    .encrypt(publicKey);
};
/** A header that no library would write, before parts of something sealed. */
const withHeader = (jwe: string, change: Readonly<Record<string, unknown>>): string => {
  const header = { ...(headerOf(jwe) as object), ...change };
  const parts = jwe.split('.');
  return [Buffer.from(JSON.stringify(header)).toString('base64url'), ...parts.slice(1)].join('.');
};

describe('a detail sealed to an authority’s key', () => {
  it.each([
    ['x25519', undefined],
    ['x25519', 'ECDH-ES'],
    ['p-256', undefined],
    ['p-256', 'ECDH-ES'],
    ['p-384', undefined],
    ['p-384', 'ECDH-ES'],
    ['rsa-3072', undefined],
  ] as const)('opens with its private half: %s, %s', async (kind, alg) => {
    const pair = await pairOf(kind, alg);
    const jwe = await sealed(pair);
    const unsealer = await JweUnsealer.with([pair.jwk]);
    expect(await unsealer.unseal(jwe, ENTRY)).toEqual(DETAIL);
    expect(headerOf(jwe)).toMatchObject({
      alg: pair.key.alg,
      enc: 'A256GCM',
      kid: pair.key.kid,
      cty: 'vnd.ibex.notice-detail+json',
      'ibex.for': ENTRY,
    });
    expect(Buffer.from(jwe).includes('Brien')).toBe(false);
  });

  it('opens with whichever of several keys it names, and with no key that is not there', async () => {
    const [old, young, foreign] = await Promise.all([pairOf('p-256'), pairOf('x25519'), pairOf('p-256')]);
    const unsealer = await JweUnsealer.with([old.jwk, young.jwk]);
    expect(unsealer.kids).toEqual([old.key.kid, young.key.kid]);
    expect(await unsealer.unseal(await sealed(old), ENTRY)).toEqual(DETAIL);
    expect(await unsealer.unseal(await sealed(young), ENTRY)).toEqual(DETAIL);
    expect(await codeOf(unsealer.unseal(await sealed(foreign), ENTRY))).toBe('sealing/unknown-key');
  });

  it('opens for no other entry, and for nothing but a detail', async () => {
    const pair = await pairOf('x25519');
    const unsealer = await JweUnsealer.with([pair.jwk]);
    expect(await codeOf(unsealer.unseal(await sealed(pair, 'entry-2'), ENTRY))).toBe('sealing/another-entry');
    const challenge = await sealer.seal({ nonce: 'n' }, pair.key, { kind: 'key-challenge', binding: ENTRY });
    expect(await codeOf(unsealer.unseal(challenge, ENTRY))).toBe('sealing/another-content');
    const moved = withHeader(await sealed(pair, 'entry-2'), { 'ibex.for': ENTRY });
    expect(await codeOf(unsealer.unseal(moved, ENTRY))).toBe('sealing/broken');
  });

  it('is not opened under a name that is another key’s', async () => {
    const [ours, theirs] = await Promise.all([pairOf('p-256'), pairOf('p-256')]);
    const unsealer = await JweUnsealer.with([ours.jwk]);
    const named = await forged(theirs, { kid: ours.key.kid });
    expect(await codeOf(unsealer.unseal(named, ENTRY))).toBe('sealing/broken');
  });

  it('is opened by the one algorithm that its key is for', async () => {
    const pair = await pairOf('p-256', 'ECDH-ES');
    const unsealer = await JweUnsealer.with([pair.jwk]);
    const other = await forged(pair, { alg: 'ECDH-ES+A256KW' });
    expect(await codeOf(unsealer.unseal(other, ENTRY))).toBe('sealing/algorithm-refused');
  });

  it.each([
    [{ alg: 'none' }, 'sealing/algorithm-refused'],
    [{ alg: 'dir' }, 'sealing/algorithm-refused'],
    [{ alg: 'RSA1_5' }, 'sealing/algorithm-refused'],
    [{ alg: 'RSA-OAEP' }, 'sealing/algorithm-refused'],
    [{ alg: 'PBES2-HS512+A256KW' }, 'sealing/algorithm-refused'],
    [{ alg: ['ECDH-ES'] }, 'sealing/algorithm-refused'],
    [{ alg: 'RSA-OAEP-256' }, 'sealing/algorithm-refused'],
    [{ enc: 'A128GCM' }, 'sealing/encryption-refused'],
    [{ enc: 'A256CBC-HS512' }, 'sealing/encryption-refused'],
    [{ zip: 'DEF' }, 'sealing/compression-refused'],
    [{ crit: ['ibex.for'] }, 'sealing/critical-header-refused'],
    [{ jku: 'https://elsewhere.example' }, 'sealing/header-refused'],
    [{ jwk: {} }, 'sealing/header-refused'],
    [{ apu: 'x' }, 'sealing/header-refused'],
    [{ kid: 'another' }, 'sealing/unknown-key'],
    [{ kid: undefined }, 'sealing/unknown-key'],
    [{ cty: undefined }, 'sealing/another-content'],
    [{ 'ibex.for': undefined }, 'sealing/another-entry'],
  ])('is not opened with a header that says %j', async (change, code) => {
    const pair = await pairOf('p-256');
    const unsealer = await JweUnsealer.with([pair.jwk]);
    expect(await codeOf(unsealer.unseal(withHeader(await sealed(pair), change), ENTRY))).toBe(code);
  });

  it('is not opened with anything but an object inside', async () => {
    const pair = await pairOf('x25519');
    const unsealer = await JweUnsealer.with([pair.jwk]);
    const list = await forged(pair, {}, [] as unknown as typeof DETAIL);
    expect(await codeOf(unsealer.unseal(list, ENTRY))).toBe('sealing/content-refused');
  });

  it('is opened in its one spelling alone', async () => {
    const pair = await pairOf('x25519');
    const unsealer = await JweUnsealer.with([pair.jwk]);
    const jwe = await sealed(pair);
    const spelt = [
      '',
      'a.b',
      `${jwe}=`,
      ` ${jwe}`,
      `${jwe}\n`,
      jwe.replaceAll('.', '!'),
      `${jwe}.x`,
      'x'.repeat(5e6),
    ];
    const codes = await Promise.all(spelt.map((text) => codeOf(unsealer.unseal(text, ENTRY))));
    expect(codes).toEqual([...Array.from({ length: 7 }, () => 'sealing/not-compact'), 'sealing/too-long']);
  });

  it.each(['x25519', 'p-256', 'p-384', 'rsa-3072'] as const)(
    'is refused whichever character of it was changed: %s',
    async (kind) => {
      const pair = await pairOf(kind);
      const [unsealer, jwe] = await Promise.all([JweUnsealer.with([pair.jwk]), sealed(pair)]);
      const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
      await fc.assert(
        fc.asyncProperty(
          fc.nat(jwe.length - 1),
          fc.constantFrom(...ALPHABET.split('')),
          async (at, character) => {
            fc.pre(jwe[at] !== character);
            const changed = jwe.slice(0, at) + character + jwe.slice(at + 1);
            const code = await codeOf(unsealer.unseal(changed, ENTRY));
            expect(code).toMatch(/^sealing\//);
          },
        ),
        // every end of a part, where spare bits are, and places in between
        {
          numRuns: 200,
          examples: endsOf(jwe).flatMap((at) =>
            ['A', 'E', 'I', 'Q', 'g', 'w'].map((c) => [at, c] as [number, string]),
          ),
        },
      );
    },
  );
});

const endsOf = (jwe: string): readonly number[] =>
  jwe
    .split('')
    .flatMap((character, at) => (character === '.' ? [at - 1] : []))
    .concat(jwe.length - 1);

describe('the challenge by which a key is proved', () => {
  it('opens for whoever holds the key, and names it', async () => {
    const pair = await pairOf('p-384');
    const unsealer = await JweUnsealer.with([pair.jwk]);
    const whatFor = { kind: 'key-challenge', binding: pair.key.kid } as const;
    const challenge = await sealer.seal({ nonce: 'abc' }, pair.key, whatFor);
    expect(await unsealer.answerTo(challenge, pair.key.kid)).toBe('abc');
    expect(await codeOf(unsealer.answerTo(challenge, 'another'))).toBe('sealing/another-entry');
  });
});

describe('a borough’s private key', () => {
  it('is taken with what it says of itself, and quoted by nobody', async () => {
    const jwk = { ...newSealingJwk('x25519'), use: 'enc', key_ops: ['deriveBits'], kid: 'ours' };
    expect((await sealingKeyFrom(jwk)).algorithms).toEqual(['ECDH-ES+A256KW', 'ECDH-ES']);
    const { d, ...publicOnly } = jwk;
    await expect(sealingKeyFrom(publicOnly)).rejects.toMatchObject({ code: 'jose/key-not-valid' });
    await expect(sealingKeyFrom({ ...jwk, alg: 'RSA-OAEP-256' })).rejects.toThrow(/no private key as a JWK/);
    const spoilt = sealingKeyFrom({ ...jwk, crv: 'P-256' });
    await expect(spoilt).rejects.not.toThrow(new RegExp(String(d)));
  });
});
