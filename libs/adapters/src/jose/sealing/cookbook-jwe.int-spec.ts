import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importJWK } from 'jose';
import type { JWK } from 'jose';
import { JweUnsealer } from './jwe-unsealer';
import { openJwe } from './open-jwe';
import type { SealingFault } from './sealing-refused';
import { newSealingJwk } from './private-keys';

type Vector = Readonly<{
  title: string;
  input: Readonly<{ plaintext: string; key?: JWK; pwd?: string; alg: string; enc: string }>;
  output: Readonly<{ compact?: string; json: unknown }>;
}>;

const FOLDER = resolve(process.cwd(), '..', 'shared', 'data', 'vectors-jose-cookbook');
const read = (name: string): Vector => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Vector;
const JWE = readdirSync(join(FOLDER, 'jwe')).map((name) => `jwe/${name}`);
const all = [...JWE, 'curve25519/ecdh-es.json'].map((name) => [name, read(name)] as const);

/** What our own list says to each, by the file's number. None of the cookbook's pairs of algorithms is on it. */
const REFUSED: Readonly<Record<string, SealingFault>> = {
  '5_1': 'sealing/algorithm-refused', // RSA1_5
  '5_2': 'sealing/algorithm-refused', // RSA-OAEP with SHA-1
  '5_3': 'sealing/algorithm-refused', // PBES2
  '5_4': 'sealing/algorithm-refused', // ECDH-ES+A128KW
  '5_5': 'sealing/encryption-refused', // ECDH-ES, but AES-CBC
  '5_6': 'sealing/algorithm-refused', // dir
  '5_7': 'sealing/algorithm-refused', // A256GCMKW
  '5_8': 'sealing/algorithm-refused', // A128KW
  '5_9': 'sealing/compression-refused', // zip
  '5_10': 'sealing/not-compact', // JSON with additional data
  '5_11': 'sealing/not-compact', // JSON with unprotected fields
  '5_12': 'sealing/not-compact', // JSON with nothing protected but the content
  '5_13': 'sealing/not-compact', // JSON to several recipients
  'ecdh-es': 'sealing/encryption-refused', // ECDH-ES on X25519, but A128GCM
};
const numberOf = (name: string): string =>
  name.startsWith('jwe/') ? (/5_\d+/.exec(name)?.[0] ?? '') : 'ecdh-es';

/** The kinds of keys and agreements that we allow, each with the parameters that the cookbook chose. */
const opened = all.filter(([name]) => ['5_2', '5_4', '5_5', 'ecdh-es'].includes(numberOf(name)));

describe('the JOSE cookbook on encryption (RFC 7520, section 5; RFC 8037)', () => {
  it('has a verdict for each of its vectors', () => {
    expect(all.map(([name]) => numberOf(name)).sort()).toEqual(Object.keys(REFUSED).sort());
  });

  it.each(opened)('opens %s to the letter where its algorithms are allowed', async (_, { input, output }) => {
    const { alg, enc, key = {}, plaintext } = input;
    const opening = await importJWK(key, alg);
    const text = await openJwe(output.compact ?? '', opening, { algorithms: [alg], encryptions: [enc] });
    expect(new TextDecoder().decode(text)).toBe(plaintext);
  });

  it.each(opened)('opens nothing of %s with another key of the same kind', async (_, { input, output }) => {
    const { alg, enc, key = {} } = input;
    const { kty, crv } = key;
    const kind =
      kty === 'RSA' ? 'rsa-3072' : crv === 'P-256' ? 'p-256' : crv === 'P-384' ? 'p-384' : 'x25519';
    const another = await importJWK(newSealingJwk(kind), alg);
    const opening = openJwe(output.compact ?? '', another, { algorithms: [alg], encryptions: [enc] });
    await expect(opening).rejects.toMatchObject({ code: 'sealing/broken' });
  });

  it.each(all)('is not taken by our own list of algorithms: %s', async (name, { output }) => {
    const unsealer = await JweUnsealer.with([newSealingJwk('p-256')]);
    const sealed = output.compact ?? JSON.stringify(output.json);
    await expect(unsealer.unseal(sealed, 'entry-1')).rejects.toMatchObject({ code: REFUSED[numberOf(name)] });
  });
});
