import { generateKeyPairSync } from 'node:crypto';
import { JweUnsealer, newSealingJwk, sealingKeyFrom } from '@ibex/adapters/jose';
import type { SealingKeyKind } from '@ibex/adapters/jose';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import type { Answer, By } from '../../../../test/support/exchange-in-process';

const CROYDON = 'E09000008';
const governance: By = [CROYDON, 'governance'];
const barnet: By = ['E09000003', 'governance'];
const PATH = '/v1/authority-keys';
const folders = temporaryFolders();

type Jwk = Readonly<Record<string, unknown>>;
type Held = Readonly<{ kid: string; jwk: Jwk; publicJwk: Readonly<Record<string, string>> }>;
const pair = async (kind: SealingKeyKind): Promise<Held> => {
  const jwk = newSealingJwk(kind);
  const { kid, publicJwk } = await sealingKeyFrom(jwk);
  return { kid, jwk: { ...jwk }, publicJwk };
};
const nonceIn = async ({ kid, jwk }: Held, { body }: Answer): Promise<string> =>
  (await JweUnsealer.with([jwk])).answerTo(String(body['challenge']), kid);

describe('the keys of an authority', () => {
  let exchange: ExchangeInProcess;
  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(folders());
  }, 60_000);
  afterAll(() => exchange.stop());

  const offer = (held: Held, by = governance, more: object = {}): Promise<Answer> =>
    exchange.post(by, PATH, { jwk: held.publicJwk, ...more });
  const prove = (kid: string, nonce: string, by = governance): Promise<Answer> =>
    exchange.post(by, `${PATH}/${kid}/proof`, { nonce });
  const revoke = (kid: string, by = governance): Promise<Answer> =>
    exchange.post(by, `${PATH}/${kid}/revocation`, { reason: 'compromised' });
  const listed = async (by = governance): Promise<Answer['body']> => (await exchange.get(by, PATH)).body;
  const registered = async (held: Held): Promise<void> => {
    const { status } = await prove(held.kid, await nonceIn(held, await offer(held)));
    expect(status).toBe(200);
  };

  it('are none until one is offered, of which nobody is warned', async () => {
    expect(await listed(barnet)).toEqual({ keys: [] });
  });

  it.each([
    ['x25519', 'ECDH-ES+A256KW'],
    ['p-256', 'ECDH-ES+A256KW'],
    ['p-384', 'ECDH-ES+A256KW'],
    ['rsa-3072', 'RSA-OAEP-256'],
  ] as const)('are proved by whoever can open what was sealed to them: %s', async (kind, alg) => {
    const held = await pair(kind);
    const offered = await offer(held);
    expect(offered).toMatchObject({ status: 201, body: { kid: held.kid, alg, repeated: false } });
    expect((await listed())['keys']).toContainEqual(
      expect.objectContaining({ kid: held.kid, state: 'offered', jwk: held.publicJwk }),
    );
    expect((await listed())['sealsTo']).not.toBe(held.kid);
    const proof = await prove(held.kid, await nonceIn(held, offered));
    expect(proof).toMatchObject({ status: 200, body: { kid: held.kid, repeated: false } });
    expect(await listed()).toMatchObject({ sealsTo: held.kid });
  });

  it('take each other’s place, the one before standing by for the overlap', async () => {
    const [old, young] = await Promise.all([pair('x25519'), pair('x25519')]);
    await registered(old);
    await registered(young);
    const { keys, sealsTo } = await listed();
    expect(sealsTo).toBe(young.kid);
    expect(keys).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kid: young.kid, state: 'active' }),
        expect.objectContaining({
          kid: old.kid,
          state: 'retiring',
          retiresAt: expect.any(String) as unknown,
        }),
      ]),
    );
    await revoke(young.kid);
    expect(await listed()).toMatchObject({ sealsTo: old.kid });
    await registered(await pair('x25519'));
  });

  it('may have any thumbprint, whatever it begins with', async () => {
    for (const sign of ['-', '_']) {
      let held = await pair('x25519');
      while (!held.kid.startsWith(sign)) held = await pair('x25519');
      await registered(held);
      expect(await listed()).toMatchObject({ sealsTo: held.kid });
    }
  });

  it('are not proved by what another key’s challenge holds, nor twice', async () => {
    const [one, other] = await Promise.all([pair('p-256'), pair('p-256')]);
    const nonce = await nonceIn(one, await offer(one));
    expect(await offer(other)).toMatchObject({ status: 201 });
    const wrong = await prove(other.kid, nonce);
    expect(wrong).toMatchObject({ status: 409, body: { code: 'key/proof-wrong', field: 'nonce' } });
    expect(String(wrong.body['detail'])).toContain('Decrypt the challenge of this very key');
    expect((await prove(one.kid, nonce)).status).toBe(200);
    expect(await prove(one.kid, nonce)).toMatchObject({ status: 409, body: { code: 'key/already-proved' } });
  });

  it('show the same challenge to whoever repeats the command', async () => {
    const held = await pair('p-256');
    const send = () => exchange.post(governance, PATH, { jwk: held.publicJwk }, 'offered-once');
    const [first, second] = [await send(), await send()];
    expect(second).toMatchObject({
      status: 201,
      body: { repeated: true, position: first.body['position'], proveBefore: first.body['proveBefore'] },
    });
    const nonces = await Promise.all([nonceIn(held, first), nonceIn(held, second)]);
    expect(nonces[0]).toBe(nonces[1]);
    expect((await prove(held.kid, nonces[1])).status).toBe(200);
  });

  it('of others look like keys that are not there', async () => {
    const held = await pair('p-256');
    const offered = await offer(held);
    const nonce = await nonceIn(held, offered);
    const foreign = await prove(held.kid, nonce, barnet);
    const unknown = await prove('no-such-key', nonce, barnet);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect(await revoke(held.kid, barnet)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await listed(barnet)).toEqual({ keys: [] });
    expect((await prove(held.kid, nonce)).status).toBe(200);
  });

  it('are refused with a private half, which is quoted nowhere', async () => {
    const { jwk } = await pair('p-256');
    const answer = await exchange.post(governance, PATH, { jwk });
    expect(answer).toMatchObject({ status: 422, body: { field: 'jwk.d' } });
    expect(answer.text).not.toContain(String(jwk['d']));
    expect(String(answer.body['mend'])).toContain('Make a new pair');
  });

  it('are refused where they are weak, for something else, or not what the body may hold', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const weak = await exchange.post(governance, PATH, { jwk: publicKey.export({ format: 'jwk' }) });
    expect(weak).toMatchObject({ status: 422, body: { field: 'jwk.n' } });
    const { publicJwk } = await pair('p-256');
    const signing = await exchange.post(governance, PATH, { jwk: { ...publicJwk, use: 'sig' } });
    expect(signing).toMatchObject({ status: 422, body: { field: 'jwk.use' } });
    const more = await exchange.post(governance, PATH, { jwk: publicJwk, authority: 'E09000003' });
    expect(more).toMatchObject({ status: 422, body: { field: 'authority' } });
    const none = await exchange.post(governance, PATH, { jwk: 'MIIB' });
    expect(none).toMatchObject({ status: 422, body: { field: 'jwk' } });
    const ended = await exchange.post(governance, PATH, { jwk: publicJwk, notAfter: '2020-01-01T00:00:00Z' });
    expect(ended).toMatchObject({ status: 409, body: { code: 'key/ends-too-soon', field: 'notAfter' } });
  });

  it('that were revoked stay so, and somebody is warned that there is nothing to seal to', async () => {
    const { keys } = await listed();
    const live = (keys as readonly Jwk[]).filter(({ state }) => state === 'active' || state === 'retiring');
    for (const { kid } of live) expect((await revoke(String(kid))).status).toBe(200);
    const { sealsTo, warning } = await listed();
    expect({ sealsTo, warning }).toEqual({ sealsTo: undefined, warning: 'nothing-to-seal-to' });
    const [first] = live;
    const again = await exchange.post(governance, PATH, { jwk: first?.['jwk'] });
    expect(again).toMatchObject({ status: 409, body: { code: 'key/was-revoked' } });
  });

  it('warn within 30 days of their end', async () => {
    const held = await pair('x25519');
    const soon = new Date(Date.now() + 29 * 24 * 3_600_000).toISOString();
    await prove(held.kid, await nonceIn(held, await offer(held, governance, { notAfter: soon })));
    expect(await listed()).toMatchObject({ sealsTo: held.kid, endsAt: soon, warning: 'ends-soon' });
  });

  it('are offered by governance and systems, and seen by the duty desk too', async () => {
    const held = await pair('x25519');
    expect((await offer(held, [CROYDON, 'duty-desk'])).status).toBe(403);
    expect((await offer(held, [CROYDON, 'system-client'])).status).toBe(201);
    expect((await exchange.get([CROYDON, 'duty-desk'], PATH)).status).toBe(200);
    expect((await exchange.get([CROYDON, 'placing-practitioner'], PATH)).status).toBe(403);
  });
});
