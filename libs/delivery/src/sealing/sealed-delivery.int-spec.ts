import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JweUnsealer, newSealingJwk, sealingKeyFrom } from '@ibex/adapters/jose';
import type { SealingKeyKind } from '@ibex/adapters/jose';
import { PostgresModule } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { WebhookChannel, WebhookModule } from '@ibex/adapters/webhook';
import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore, RecordedFact } from '@ibex/kernel';
import { SubscriptionRunner } from '@ibex/runtime';
import { postgresServer, temporaryFolders } from '@ibex/testing';
import { memoryLog, startExchange } from '../../../../test/support/subscriptions/exchange';
import { DeliveryModule } from '../delivery.module';
import { DispatchModule } from '../dispatch/dispatch.module';
import { SealedDetailsModule } from './sealed-details.module';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const HOST = 'hooks.croydon.gov.uk';
const folders = temporaryFolders();
const desk = `${CROYDON}.desk-1.duty-desk`;
const governance = `${CROYDON}.lead-1.governance`;
const worker = `${HACKNEY}.worker-1.placing-practitioner`;
/** Personal words that may be read by nobody on the way. */
const CANARIES = ['Zebedee', 'Quillfeather', '17 Canary Row'];

type Json = Readonly<Record<string, unknown>>;
type Answer = Readonly<{ status: number; body: Json }>;
type Pair = Readonly<{ kid: string; jwk: Json; publicJwk: Json }>;
type Got = Readonly<{ id: string; text: string; data: Json }>;

const pair = async (kind: SealingKeyKind): Promise<Pair> => {
  const jwk = newSealingJwk(kind);
  const { kid, publicJwk } = await sealingKeyFrom(jwk);
  return { kid, jwk: { ...jwk }, publicJwk };
};
const until = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const lastAtMs = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > lastAtMs) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const kidIn = (sealed: unknown): unknown => {
  const [head = ''] = String(sealed).split('.');
  return (JSON.parse(Buffer.from(head, 'base64url').toString()) as Json)['kid'];
};

const masterKey = new Uint8Array(32).fill(1);
const server = postgresServer('--no-fsync');
/** The log of the split is elsewhere; here it is in memory. */
const onPostgres = async () => [
  memoryLog(),
  PostgresModule.with({ url: await server().database(), masterKey }),
];
const onSqlite = () => Promise.resolve([SqliteModule.forFolder({ folder: folders(), masterKey })]);

describe.each([
  ['embedded stores', onSqlite],
  ['PostgreSQL', onPostgres],
])('a webhook that brings details sealed, on %s', (_, stores) => {
  const home = folders();
  /** What was taken, and what was not. */
  const got: Got[] = [];
  const notTaken: Got[] = [];
  const held: Pair[] = [];
  let receiver: Server;
  let answersWith = 204;
  let app: NestFastifyApplication;
  let url: string;
  let subscription: string;
  let keys = 0;

  const ask = async (token: string, path: string, body?: Json): Promise<Answer> => {
    const more = { 'content-type': 'application/json', 'idempotency-key': `key-${(keys += 1)}` };
    const headers = { authorization: `Bearer ${token}`, ...(body ? more : {}) };
    const asked = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const answer = await fetch(url + path, { ...asked, headers });
    const answered = (await answer.json()) as Json;
    const { position } = answered;
    if (typeof position === 'number') await app.get(SubscriptionRunner).caughtUpTo(position, 20_000);
    return { status: answer.status, body: answered };
  };
  const register = async (kind: SealingKeyKind): Promise<Pair> => {
    const made = await pair(kind);
    const { body } = await ask(governance, '/v1/authority-keys', { jwk: made.publicJwk });
    const nonce = await (await JweUnsealer.with([made.jwk])).answerTo(String(body['challenge']), made.kid);
    const proof = await ask(governance, `/v1/authority-keys/${made.kid}/proof`, { nonce });
    expect(proof.status).toBe(200);
    held.push(made);
    return made;
  };
  const revoke = (kid: string): Promise<Answer> =>
    ask(governance, `/v1/authority-keys/${kid}/revocation`, { reason: 'compromised' });
  /** Answers with the id of the fact that the host is told. */
  const notify = async (localId: string): Promise<string> => (await placed(localId)).factId;
  const placed = async (localId: string): Promise<Readonly<{ id: string; factId: string }>> => {
    const { status, body } = await ask(worker, '/v1/placements', {
      child: { localId, forename: 'Zebedee', surname: 'Quillfeather', dateOfBirth: '2012-05-05' },
      ...{ host: CROYDON, startsOn: '2026-03-02', notice: 'planned', placementType: 'K2' },
      address: '17 Canary Row',
    });
    expect(status).toBe(201);
    const facts = await app.get<EventStore>(EVENT_STORE).readStream(`placement-${String(body['id'])}`);
    return { id: String(body['id']), factId: facts[0]?.id ?? '' };
  };
  const arrived = (factId: string): Got | undefined =>
    got.find(({ data }) => (data['links'] as Json)['detail'] === `/v1/notices/${factId}`);
  const arrival = async (factId: string): Promise<Got> => {
    await until(() => arrived(factId) !== undefined, 'it has arrived');
    return arrived(factId) as Got;
  };
  const recipient = async (factId: string): Promise<Json | undefined> => {
    const { body } = await ask(worker, `/v1/notices/${factId}/recipients`);
    return (body['recipients'] as readonly Json[])[0];
  };

  beforeAll(async () => {
    const [keyFile, certFile] = [join(home, 'key.pem'), join(home, 'cert.pem')];
    const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile];
    execFileSync('openssl', ['req', '-x509', '-days', '2', ...curve, '-out', certFile, ...subject], {
      stdio: 'ignore',
    });
    const cert = readFileSync(certFile);
    receiver = createServer({ key: readFileSync(keyFile), cert }, (request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        const { id, data } = JSON.parse(text) as { id: string; data: Json };
        (answersWith < 300 ? got : notTaken).push({ id, text, data });
        response.writeHead(answersWith).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    const poster = {
      isAllowed: () => true,
      resolve: (
        _: string,
        done: (error: Error | null, found: { address: string; family: number }[]) => void,
      ) => done(null, [{ address: '127.0.0.1', family: 4 }]),
      tls: { ca: cert, port },
    };
    app = await startExchange(await stores(), [
      DeliveryModule,
      SealedDetailsModule,
      WebhookModule.with(poster),
      DispatchModule.with({ channels: [WebhookChannel], settings: { lookEveryMs: 50 } }),
    ]);
    url = await app.getUrl();
    await register('rsa-3072');
    const wish = { name: 'Feed', channel: 'webhook', target: `https://${HOST}/ibex`, payload: 'sealed' };
    const { status, body } = await ask(desk, '/v1/subscriptions', wish);
    if (status !== 201) throw new Error(`no subscription: ${String(body['detail'])}`);
    subscription = String(body['id']);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    receiver.closeAllConnections();
    await new Promise((resolve) => receiver.close(resolve));
  });

  const opened = async ({ data, id }: Got): Promise<Json> =>
    (await JweUnsealer.with(held.map(({ jwk }) => jwk))).unseal(String(data['sealed']), id);

  it.each(['rsa-3072', 'x25519', 'p-256', 'p-384'] as const)(
    'lets its holder read what the link would answer, and nobody on the way anything: %s',
    async (kind) => {
      const { kid } = await register(kind);
      const factId = await notify(`child-${kind}`);
      const message = await arrival(factId);
      expect(kidIn(message.data['sealed'])).toBe(kid);
      expect(CANARIES.filter((canary) => message.text.includes(canary))).toEqual([]);
      expect(message.data).toMatchObject({ kind: 'Placement notified', from: HACKNEY });
      const detail = await opened(message);
      expect(detail).toMatchObject({
        id: factId,
        sight: 'addressee',
        child: { forename: 'Zebedee', surname: 'Quillfeather' },
        personal: { address: '17 Canary Row' },
      });
      expect(detail).toEqual((await ask(desk, `/v1/notices/${factId}`)).body);
    },
  );

  it('counts as delivered under the key’s name, and as opened by nobody', async () => {
    const factId = await notify('child-delivered');
    const message = await arrival(factId);
    const ladder = (): Promise<readonly RecordedFact[]> =>
      app.get<EventStore>(EVENT_STORE).readStream(`delivery-${message.id}`);
    await until(async () => (await ladder()).length > 0, 'it is on the ladder');
    expect((await ladder()).map(({ type, data }) => [type, data['sealedTo']])).toEqual([
      ['NoticeDelivered', held.at(-1)?.kid],
    ]);
    expect(await recipient(factId)).toMatchObject({ state: 'delivered' });
    expect(await recipient(factId)).not.toHaveProperty('opened');
  });

  it('opens for its own message alone', async () => {
    const [one, other] = [await notify('child-one'), await notify('child-other')];
    const moved = { ...(await arrival(one)), id: (await arrival(other)).id };
    await expect(opened(moved)).rejects.toMatchObject({ code: 'sealing/another-entry' });
  });

  it('is sealed to nothing that was revoked, from the first message after it', async () => {
    const young = await register('x25519');
    await arrival(await notify('child-before'));
    expect((await revoke(young.kid)).status).toBe(200);
    const after = await arrival(await notify('child-after'));
    expect(kidIn(after.data['sealed'])).not.toBe(young.kid);
    expect(await opened(after)).toMatchObject({ child: { forename: 'Zebedee' } });
  });

  it('is sealed anew to what is valid when it is tried again', async () => {
    const young = await register('x25519');
    answersWith = 500;
    const factId = await notify('child-retried');
    await until(() => notTaken.length > 0, 'it was tried');
    expect(kidIn(notTaken[0]?.data['sealed'])).toBe(young.kid);
    await revoke(young.kid);
    answersWith = 204;
    const message = await arrival(factId);
    expect(kidIn(message.data['sealed'])).not.toBe(young.kid);
  });

  it('holds nothing that was withheld from the host by the time that it left', async () => {
    const { kid } = await register('p-256');
    for (const each of held) if (each.kid !== kid) await revoke(each.kid);
    await revoke(kid);
    const { id, factId } = await placed('child-restricted');
    const corrected = await ask(worker, `/v1/placements/${id}/correct`, { restricted: true });
    expect(corrected.status).toBe(201);
    await register('p-256');
    const detail = await opened(await arrival(factId));
    expect(CANARIES.filter((canary) => JSON.stringify(detail).includes(canary))).toEqual([]);
    expect(detail).toEqual((await ask(desk, `/v1/notices/${factId}`)).body);
  });

  it('is held, and said to be, while there is nothing to seal to; and goes on with the next key', async () => {
    for (const { kid } of held) await revoke(kid);
    const before = got.length;
    const factId = await notify('child-held');
    const own = async (): Promise<Json> => (await ask(desk, `/v1/subscriptions/${subscription}`)).body;
    expect(await own()).toMatchObject({ state: 'live', heldBecause: 'no-usable-key' });
    expect(await recipient(factId)).toMatchObject({ state: 'queued', heldBecause: 'no-usable-key' });
    const inbox = (await ask(desk, '/v1/inbox?limit=500')).body['entries'] as readonly Json[];
    expect(inbox.at(-1)).toMatchObject({ data: { links: { detail: `/v1/notices/${factId}` } } });
    expect(got.length).toBe(before);
    const { kid } = await register('p-256');
    const message = await arrival(factId);
    expect(kidIn(message.data['sealed'])).toBe(kid);
    expect(await own()).not.toHaveProperty('heldBecause');
    expect(await recipient(factId)).not.toHaveProperty('heldBecause');
    expect(got.filter(({ data }) => data['sealed'] === undefined)).toEqual([]);
  });
});
