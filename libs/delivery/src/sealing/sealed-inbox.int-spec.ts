import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JweUnsealer, newSealingJwk, sealingKeyFrom } from '@ibex/adapters/jose';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { SubscriptionRunner } from '@ibex/runtime';
import { MemoryNoticeSource, MemoryQuarantine, Subscriber } from '@ibex/subscriber';
import type { Notice } from '@ibex/subscriber';
import { temporaryFolders } from '@ibex/testing';
import { startExchange } from '../../../../test/support/subscriptions/exchange';
import { DeliveryModule } from '../delivery.module';
import { SealedDetailsModule } from './sealed-details.module';

const CROYDON = 'E09000008';
const desk = `${CROYDON}.desk-1.duty-desk`;
const governance = `${CROYDON}.lead-1.governance`;
const worker = 'E09000012.worker-1.placing-practitioner';
const folders = temporaryFolders();

type Json = Readonly<Record<string, unknown>>;
type Answer = Readonly<{ status: number; body: Json }>;

describe('an inbox that is asked for sealed details', () => {
  const jwk = newSealingJwk('x25519');
  let app: NestFastifyApplication;
  let url: string;
  let kid: string;
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
  const notify = (localId: string): Promise<Answer> =>
    ask(worker, '/v1/placements', {
      child: { localId, forename: 'Zebedee', surname: 'Quillfeather' },
      ...{ host: CROYDON, startsOn: '2026-03-02', notice: 'planned', placementType: 'K2' },
    });
  const opened = async ({ id, data }: Json): Promise<Json> =>
    (await JweUnsealer.with([{ ...jwk }])).unseal(String((data as Json)['sealed']), String(id));

  beforeAll(async () => {
    const stores = [SqliteModule.forFolder({ folder: folders(), masterKey: new Uint8Array(32).fill(1) })];
    app = await startExchange(stores, [DeliveryModule, SealedDetailsModule]);
    url = await app.getUrl();
    await notify('child-1');
  }, 60_000);
  afterAll(() => app.close());

  it('says what is missing before there is a key, and hands nothing out', async () => {
    const problem = { code: 'inbox/no-usable-key', field: 'payload' };
    expect(await ask(desk, '/v1/inbox?payload=sealed')).toMatchObject({ status: 409, body: problem });
    expect(await ask(desk, '/v1/inbox/stream?payload=sealed')).toMatchObject({ status: 409, body: problem });
    expect((await ask(desk, '/v1/inbox')).body['entries']).toMatchObject([{ sequence: 1 }]);
    expect(await ask(desk, '/v1/inbox?payload=plain')).toMatchObject({
      status: 422,
      body: { field: 'payload' },
    });
  });

  it('holds each entry with its detail, for its own key alone', async () => {
    const { kid: own, publicJwk } = await sealingKeyFrom(jwk);
    kid = own;
    const offered = await ask(governance, '/v1/authority-keys', { jwk: publicJwk });
    const unsealer = await JweUnsealer.with([{ ...jwk }]);
    const nonce = await unsealer.answerTo(String(offered.body['challenge']), kid);
    expect((await ask(governance, `/v1/authority-keys/${kid}/proof`, { nonce })).status).toBe(200);
    await notify('child-2');
    const { status, body } = await ask(desk, '/v1/inbox?payload=sealed');
    expect(status).toBe(200);
    const entries = body['entries'] as readonly Json[];
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(JSON.stringify(body)).not.toContain('Quillfeather');
    for (const entry of entries) {
      expect(await opened(entry)).toMatchObject({ child: { surname: 'Quillfeather' } });
    }
    expect(JSON.stringify((await ask(desk, '/v1/inbox')).body)).not.toContain('sealed');
  });

  it('is what a subscriber with the key hands to its handlers, without asking the exchange again', async () => {
    const { body } = await ask(desk, '/v1/inbox?payload=sealed');
    const [first, second] = body['entries'] as readonly Json[];
    if (!first || !second) throw new Error('two entries are there');
    const moved = {
      ...second,
      data: { ...(second['data'] as Json), sealed: (first['data'] as Json)['sealed'] },
    };
    const source = new MemoryNoticeSource();
    const quarantine = new MemoryQuarantine();
    const got: Notice[] = [];
    const fallback = (notice: Notice): Promise<void> => Promise.resolve(void got.push(notice));
    const unsealer = await JweUnsealer.with([{ ...jwk }]);
    const subscriber = new Subscriber({ source, quarantine, handlers: {}, fallback, unsealer, attempts: 1 });
    const running = subscriber.run();
    source.send(first, moved);
    while ((await quarantine.list()).length === 0 || got.length === 0) await new Promise(setImmediate);
    await subscriber.stop();
    await running;
    expect(got.map(({ id, detail }) => [id, detail?.child?.surname])).toEqual([
      [first['id'], 'Quillfeather'],
    ]);
    expect(await quarantine.list()).toMatchObject([{ id: second['id'], reason: 'handler-failed' }]);
  });

  it('streams them sealed, and ends once its key was revoked', async () => {
    const headers = { authorization: `Bearer ${desk}` };
    const stream = await fetch(`${url}/v1/inbox/stream?payload=sealed&after=1`, { headers });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const readOn = async (): Promise<boolean> => {
      const read = await reader?.read();
      text += read?.value ?? '';
      return read?.done !== false;
    };
    while (!text.includes('data: ')) await readOn();
    const line = text.split('\n').find((each) => each.startsWith('data: ')) ?? '';
    expect(await opened(JSON.parse(line.slice('data: '.length)) as Json)).toMatchObject({
      child: { surname: 'Quillfeather' },
    });
    await ask(governance, `/v1/authority-keys/${kid}/revocation`, { reason: 'lost' });
    await notify('child-3');
    while (!(await readOn()));
    expect(text).not.toContain('id: 3');
    expect(text).not.toContain('Quillfeather');
  });
});
