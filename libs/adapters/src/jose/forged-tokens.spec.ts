import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { FixedClock } from '@ibex/adapters/memory';
import type { Reader } from '@ibex/kernel';
import { DEVELOPMENT_ISSUER, DevelopmentIssuer } from './development-issuer';
import { newSigningKey } from './signing-key';
import type { SigningKey } from './signing-key';
import { JoseTokenVerifier } from './token-verifier';

const NOW = 1_772_442_000; // 2026-03-02T09:00:00Z
const worker: Reader = { authority: 'E09000012', person: 'person-1', roles: ['placing-practitioner'] };

type Json = Readonly<Record<string, unknown>>;
type Forgery = readonly [what: string, token: string];

const text = (value: string): string => Buffer.from(value).toString('base64url');
const json = (value: unknown): string => text(JSON.stringify(value));

const claims: Json = {
  iss: DEVELOPMENT_ISSUER,
  aud: 'ibex',
  sub: 'person-1',
  authority: 'E09000012',
  roles: ['placing-practitioner'],
  iat: NOW - 10,
  exp: NOW + 600,
  jti: 'token-1',
};
const without = (name: string): Json =>
  Object.fromEntries(Object.entries(claims).filter(([each]) => each !== name));

const signed = (header: Json, body: Json, key: KeyObject): string => {
  const input = `${json(header)}.${json(body)}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
};
const hmac = (header: Json, secret: string | Buffer, bits = '256'): string => {
  const input = `${json(header)}.${json(claims)}`;
  return `${input}.${createHmac(`sha${bits}`, secret).update(input).digest('base64url')}`;
};

/** Every way in which letters of a word can be in upper or lower case. */
const spellings = (word: string): readonly string[] =>
  Array.from(word).reduce<readonly string[]>(
    (words, letter) => words.flatMap((start) => [start + letter.toLowerCase(), start + letter.toUpperCase()]),
    [''],
  );

const withoutSignature = (key: SigningKey): readonly Forgery[] => {
  const names = [...spellings('none'), 'None ', ' none', 'n\u043ene', '', 'null', 'NONE\u0000'];
  return names.flatMap((alg): readonly Forgery[] => {
    const input = `${json({ alg, typ: 'at+jwt', kid: key.kid })}.${json(claims)}`;
    return [
      [`algorithm ${alg}, empty signature`, `${input}.`],
      [`algorithm ${alg}, no signature part`, input],
      [`algorithm ${alg}, a signature of zeros`, `${input}.${'A'.repeat(86)}`],
    ];
  });
};

const withPublicKeyAsSecret = (key: SigningKey): readonly Forgery[] => {
  const publicKey = createPublicKey(key.privateKey);
  const secrets: readonly (readonly [string, string | Buffer])[] = [
    ['PEM', publicKey.export({ type: 'spki', format: 'pem' })],
    ['DER', publicKey.export({ type: 'spki', format: 'der' })],
    ['JWK', JSON.stringify(key.publicJwk)],
    ['x', String(key.publicJwk.x)],
    ['x bytes', Buffer.from(String(key.publicJwk.x), 'base64url')],
    ['empty', ''],
    ['secret', 'secret'],
    ['kid', key.kid],
  ];
  return secrets.flatMap(([name, secret]) =>
    ['256', '384', '512'].map((bits): Forgery => {
      const header = { alg: `HS${bits}`, typ: 'at+jwt', kid: key.kid };
      return [`HS${bits} keyed with the public key as ${name}`, hmac(header, secret, bits)];
    }),
  );
};

const withOtherAlgorithms = (key: SigningKey): readonly Forgery[] => {
  const names = [
    'RS256',
    'RS512',
    'PS256',
    'ES256',
    'ES384',
    'ES512',
    'ES256K',
    'Ed448',
    'ML-DSA-44',
    'eddsa',
    'EDDSA',
    'dir',
    'A256KW',
    'RSA-OAEP',
    'ECDH-ES',
  ];
  return [...names, 1, true, null, ['EdDSA'], { alg: 'EdDSA' }].map((alg): Forgery => [
    `algorithm ${JSON.stringify(alg)} over an Ed25519 signature`,
    signed({ alg, typ: 'at+jwt', kid: key.kid }, claims, key.privateKey),
  ]);
};

const withOwnKey = (key: SigningKey): readonly Forgery[] => {
  const attacker = generateKeyPairSync('ed25519');
  const jwk = { ...attacker.publicKey.export({ format: 'jwk' }), kid: key.kid };
  const bait: readonly Json[] = [
    {},
    { jwk },
    { jku: 'https://attacker.example/jwks.json' },
    { jku: 'file:///etc/passwd' },
    { x5u: 'https://attacker.example/cert.pem' },
    { x5c: ['MIIB'] },
    { x5t: 'AAAA' },
    { 'x5t#S256': 'AAAA' },
    { cty: 'JWT' },
    { zip: 'DEF' },
    { b64: false, crit: ['b64'] },
    { crit: ['exp'] },
    { crit: [] },
    { enc: 'A256GCM' },
    { url: 'https://attacker.example' },
    { nonce: 'x' },
  ];
  return bait.flatMap((extra): readonly Forgery[] => {
    const header = { alg: 'EdDSA', typ: 'at+jwt', kid: key.kid, ...extra };
    const told = JSON.stringify(extra);
    const own: Forgery = [`the attacker’s key and ${told}`, signed(header, claims, attacker.privateKey)];
    // even over a true signature such a header is not what an issuer of ours writes
    const genuine: Forgery = [`a true signature and ${told}`, signed(header, claims, key.privateKey)];
    return Object.keys(extra).length === 0 ? [own] : [own, genuine];
  });
};

const withKeyNames = (key: SigningKey): readonly Forgery[] => {
  const names: readonly unknown[] = [
    '',
    'other',
    '../../dev/null',
    '/dev/null',
    "' OR 1=1 --",
    '__proto__',
    'constructor',
    'toString',
    'http://attacker.example',
    `${key.kid} `,
    ` ${key.kid}`,
    key.kid.toUpperCase(),
    `${key.kid}\u0000`,
    key.kid.slice(1),
    0,
    null,
    true,
    [key.kid],
    { kid: key.kid },
    'x'.repeat(4000),
  ];
  return names.map((kid): Forgery => [
    `key name ${JSON.stringify(kid).slice(0, 40)}`,
    signed({ alg: 'EdDSA', typ: 'at+jwt', kid }, claims, key.privateKey),
  ]);
};

const withClaims = (key: SigningKey): readonly Forgery[] => {
  const changes: Readonly<Record<string, readonly unknown[]>> = {
    iss: [
      'urn:ibex:production',
      `${DEVELOPMENT_ISSUER}/`,
      ` ${DEVELOPMENT_ISSUER}`,
      DEVELOPMENT_ISSUER.toUpperCase(),
      '',
      null,
      1,
      [DEVELOPMENT_ISSUER],
      'constructor',
      '__proto__',
    ],
    aud: ['other', 'IBEX', 'ibex ', '', null, 1, ['other'], [], { ibex: true }],
    exp: [NOW - 6, NOW - 3600, 0, -1, '9999999999', null, [NOW + 600], 'never', true],
    iat: [NOW + 60, NOW - 4000, NOW * 1000, 'now', null, [NOW]],
    nbf: [NOW + 60, NOW * 1000, 'later', null, [NOW]],
    sub: ['', null, 1, ['person-1'], 'Jane Smith', 'x'.repeat(129), 'p\u00e9rson', 'a\nb', '\u202eadmin'],
    authority: [
      '',
      null,
      1,
      'E0900001',
      'e09000012',
      'W06000015',
      'E09000012 ',
      ['E09000012'],
      'E09000012\u0000',
      '\uff25\uff10\uff19000012',
    ],
    roles: [
      [],
      null,
      'operator',
      ['root'],
      ['Operator'],
      ['operator '],
      [['operator']],
      { operator: true },
      [1],
      ['\u043eperator'],
      1,
    ],
  };
  const header = { alg: 'EdDSA', typ: 'at+jwt', kid: key.kid };
  return [
    ...Object.entries(changes).flatMap(([name, values]) =>
      values.map((value): Forgery => [
        `${name} ${JSON.stringify(value).slice(0, 40)}`,
        signed(header, { ...claims, [name]: value }, key.privateKey),
      ]),
    ),
    ...['iss', 'aud', 'exp', 'iat', 'sub', 'authority', 'roles'].map((name): Forgery => [
      `no ${name}`,
      signed(header, without(name), key.privateKey),
    ]),
  ];
};

const withTypes = (key: SigningKey): readonly Forgery[] =>
  [
    undefined,
    'JWT',
    'jwt',
    'id+jwt',
    'ibex-receipt+jwt',
    'at+jwt ',
    'application/jwt',
    '',
    null,
    1,
    ['at+jwt'],
    'dpop+jwt',
    'logout+jwt',
    'secevent+jwt',
  ].map((typ): Forgery => [
    `type ${String(typ)}`,
    signed({ alg: 'EdDSA', kid: key.kid, ...(typ === undefined ? {} : { typ }) }, claims, key.privateKey),
  ]);

/** The last letter of 64 bytes holds two bits; the letter after it in the alphabet differs in the spare ones only. */
const spareBits = (token: string): string => ({ A: 'B', Q: 'R', g: 'h', w: 'x' })[token.slice(-1)] ?? '?';

const withBrokenForm = (good: string): readonly Forgery[] => {
  const [head = '', body = '', signature = ''] = good.split('.');
  const flipped = `${signature.slice(0, 10)}${signature.charAt(10) === 'A' ? 'B' : 'A'}${signature.slice(11)}`;
  const otherBody = json({ ...claims, authority: 'E09000001' });
  const forms: Readonly<Record<string, string>> = {
    empty: '',
    'a dot': '.',
    'two dots': '..',
    'four parts': `${good}.x`,
    'five parts, like a JWE': `${head}.${body}.${signature}.${body}.${signature}`,
    'a changed body': `${head}.${otherBody}.${signature}`,
    'a changed signature': `${head}.${body}.${flipped}`,
    'half a signature': `${head}.${body}.${signature.slice(0, 40)}`,
    'a longer signature': `${good}AAAA`,
    'a padded signature': `${good}==`,
    'other spare bits': `${good.slice(0, -1)}${spareBits(good)}`,
    'a space in front': ` ${good}`,
    'a line break behind': `${good}\n`,
    'a null behind': `${good}\u0000`,
    'a header that is no JSON': `${text('{alg')}.${body}.${signature}`,
    'a header that is a list': `${json(['EdDSA'])}.${body}.${signature}`,
    'a header that is null': `${json(null)}.${body}.${signature}`,
    'a body that is no JSON': `${head}.${text('hello')}.${signature}`,
    'a body that is a list': `${head}.${json([])}.${signature}`,
    'a body that is text': `${head}.${json('x')}.${signature}`,
    'standard base64': good.replaceAll('-', '+').replaceAll('_', '/').replace('.', '+.'),
    'swapped parts': `${body}.${head}.${signature}`,
    'JSON form': JSON.stringify({ payload: body, protected: head, signature }),
    'another script': good.replace('e', '\u0435'),
    emoji: '🦊.🦊.🦊',
    huge: `${head}.${'A'.repeat(1_000_000)}.${signature}`,
    'huge but in form': `${head}.${json({ ...claims, more: 'x'.repeat(10_000) })}.${signature}`,
    'a reference token': '0123456789abcdef',
    'a number': '12345',
    'a script': '<script>alert(1)</script>',
    'a quotation': "' OR '1'='1",
  };
  return Object.entries(forms).map(([name, token]): Forgery => [name, token]);
};

describe('forged access tokens', () => {
  it('are refused, every one of at least 250, with a reason that quotes nothing', async () => {
    const clock = new FixedClock('2026-03-02T09:00:00.000Z');
    const key = await newSigningKey();
    const issuer = new DevelopmentIssuer({ key, clock, production: false });
    const verifier = new JoseTokenVerifier({ issuers: [issuer.trusted], clock });
    const good = await issuer.issue(worker);
    const forgeries = [
      ...withoutSignature(key),
      ...withPublicKeyAsSecret(key),
      ...withOtherAlgorithms(key),
      ...withOwnKey(key),
      ...withKeyNames(key),
      ...withClaims(key),
      ...withTypes(key),
      ...withBrokenForm(good),
    ];
    expect(forgeries.length).toBeGreaterThanOrEqual(250);
    expect(new Set(forgeries.map(([, token]) => token)).size).toBeGreaterThanOrEqual(250);

    const outcomes = await Promise.all(
      forgeries.map(async ([what, token]) => {
        const outcome = await verifier.verify(token).then(
          () => 'ACCEPTED',
          (error: unknown) =>
            error instanceof Error && 'code' in error ? String(error.code) : `THREW ${String(error)}`,
        );
        return `${what}: ${outcome}`;
      }),
    );
    expect(outcomes.filter((outcome) => !outcome.endsWith(': access/token-refused'))).toEqual([]);
    await expect(
      verifier.verify(signed({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid }, claims, key.privateKey)),
    ).resolves.toEqual(worker);
    await expect(verifier.verify(good)).resolves.toEqual(worker);
  });
});
