import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JweUnsealer, newSealingJwk, sealingKeyFrom } from '@ibex/adapters/jose';
import { PostgresModule } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { SUBSCRIPTIONS } from '@ibex/kernel';
import type { Subscriptions } from '@ibex/kernel';
import { SubscriptionRunner } from '@ibex/runtime';
import { postgresServer, temporaryFolders } from '@ibex/testing';
import { memoryLog, startExchange } from '../../../test/support/subscriptions/exchange';

const CROYDON = 'E09000008';
const token = `${CROYDON}.governance-1.governance`;
const masterKey = new Uint8Array(32).fill(1);
const folders = temporaryFolders();
const server = postgresServer('--no-fsync');

type Body = Readonly<Record<string, unknown>>;
type Answer = Readonly<{ status: number; body: Body }>;

const onPostgres = async () => [
  memoryLog(),
  PostgresModule.with({ url: await server().database(), masterKey }),
];
const onSqlite = () => Promise.resolve([SqliteModule.forFolder({ folder: folders(), masterKey })]);

describe.each([
  ['embedded stores', onSqlite],
  ['PostgreSQL', onPostgres],
])('a subscription that wants its details sealed, on %s', (_, stores) => {
  let app: NestFastifyApplication;
  let url: string;
  let keys = 0;

  beforeAll(async () => {
    app = await startExchange(await stores());
    url = await app.getUrl();
  }, 60_000);
  afterAll(() => app.close());

  const ask = async (method: string, path: string, body?: Body): Promise<Answer> => {
    const key = { 'content-type': 'application/json', 'idempotency-key': `key-${(keys += 1)}` };
    const headers = { authorization: `Bearer ${token}`, ...(body ? key : {}) };
    const answer = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const answered = (await answer.json()) as Body;
    const { position } = answered;
    if (typeof position === 'number') await app.get(SubscriptionRunner).caughtUpTo(position, 10_000);
    return { status: answer.status, body: answered };
  };
  const register = async (): Promise<string> => {
    const jwk = newSealingJwk('x25519');
    const { kid, publicJwk } = await sealingKeyFrom(jwk);
    const { body } = await ask('POST', '/v1/authority-keys', { jwk: publicJwk });
    const nonce = await (await JweUnsealer.with([jwk])).answerTo(String(body['challenge']), kid);
    expect((await ask('POST', `/v1/authority-keys/${kid}/proof`, { nonce })).status).toBe(200);
    return kid;
  };
  const webhook = { name: 'Feed', channel: 'webhook', target: 'https://hooks.croydon.gov.uk/ibex' };
  const listed = async (id: string): Promise<Body | undefined> => {
    const { body } = await ask('GET', '/v1/subscriptions');
    return (body['subscriptions'] as readonly Body[]).find((one) => one['id'] === id);
  };

  it('is not opened, and none is changed to it, before there is a key', async () => {
    const sealed = await ask('POST', '/v1/subscriptions', { ...webhook, payload: 'sealed' });
    expect(sealed).toMatchObject({ status: 422, body: { field: 'payload' } });
    expect(String(sealed.body['mend'])).toContain('/v1/authority-keys');
    const { body } = await ask('POST', '/v1/subscriptions', webhook);
    const changed = await ask('POST', `/v1/subscriptions/${String(body['id'])}/changes`, {
      payload: 'sealed',
    });
    expect(changed).toMatchObject({ status: 422, body: { field: 'payload' } });
  });

  it('is not for channels that bring nothing sealed, key or not', async () => {
    const feed = { name: 'Feed', channel: 'pull-feed', payload: 'sealed' };
    const refused = { code: 'subscription/sealed-not-for-this-channel', field: 'payload' };
    expect(await ask('POST', '/v1/subscriptions', feed)).toMatchObject({ status: 409, body: refused });
  });

  it('is opened once there is one, held while none can be sealed to, and goes on with another', async () => {
    const kid = await register();
    const { status, body } = await ask('POST', '/v1/subscriptions', { ...webhook, payload: 'sealed' });
    expect(status).toBe(201);
    const id = String(body['id']);
    const one = async (): Promise<Body> => (await ask('GET', `/v1/subscriptions/${id}`)).body;
    const subscriptions = app.get<Subscriptions>(SUBSCRIPTIONS);
    expect((await subscriptions.find(id))?.payload).toBe('sealed');
    expect((await subscriptions.open(CROYDON)).find((each) => each.id === id)?.payload).toBe('sealed');
    expect(await one()).toMatchObject({ payload: 'sealed' });
    expect(await one()).not.toHaveProperty('heldBecause');
    await ask('POST', `/v1/authority-keys/${kid}/revocation`, { reason: 'compromised' });
    expect(await one()).toMatchObject({ payload: 'sealed', heldBecause: 'no-usable-key' });
    expect(await listed(id)).toMatchObject({ heldBecause: 'no-usable-key' });
    await register();
    expect(await listed(id)).not.toHaveProperty('heldBecause');
    const thin = await ask('POST', `/v1/subscriptions/${id}/changes`, { payload: 'thin' });
    expect(thin.status).toBe(200);
    expect(await listed(id)).toMatchObject({ payload: 'thin' });
    expect(await subscriptions.find(id)).not.toHaveProperty('payload');
  });
});
