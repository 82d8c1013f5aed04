import { Module } from '@nestjs/common';
import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore, Reader } from '@ibex/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FixedClock, MemoryModule } from '@ibex/adapters/memory';
import { DevelopmentIssuer, JoseModule, newSigningKey } from '@ibex/adapters/jose';
import { IdentityModule } from '@ibex/identity';
import { ProofModule } from '@ibex/proof';
import { NoteModule, closeNote, openNote } from '../../fixtures/note.api';
import { noteDefinition } from '../../fixtures/note';
import { SafeLog } from '../logging/safe-log';
import { RuntimeModule } from '../runtime.module';
import { createHttpApp } from './create-http-app';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const worker: Reader = { authority: HACKNEY, person: 'person-1', roles: ['placing-practitioner'] };
const colleague: Reader = { authority: CROYDON, person: 'person-2', roles: ['placing-practitioner'] };
const desk: Reader = { authority: HACKNEY, person: 'person-3', roles: ['duty-desk'] };

type Answer = Readonly<Record<string, unknown>>;

describe('the exchange over HTTP', () => {
  const clock = new FixedClock();
  const lines: string[] = [];
  const log = new SafeLog('info', { write: (line) => lines.push(line) });
  let app: NestFastifyApplication;
  let issuer: DevelopmentIssuer;

  beforeAll(async () => {
    const key = await newSigningKey();
    issuer = new DevelopmentIssuer({ key, clock, production: false });
    @Module({
      imports: [
        MemoryModule.with(clock),
        ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(7) }),
        JoseModule.forRoot({ issuers: [issuer.trusted], signingKey: key }),
        IdentityModule,
        RuntimeModule.forRoot({ definitions: [noteDefinition], actions: [openNote, closeNote], log }),
        NoteModule,
      ],
    })
    class ExchangeModule {}
    app = await createHttpApp(ExchangeModule, { log, tellOperator: () => undefined });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  const headersOf = async (reader: Reader | undefined, key?: string): Promise<Record<string, string>> => ({
    ...(reader ? { authorization: `Bearer ${await issuer.issue(reader)}` } : {}),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  });
  const post = async (path: string, payload: object, reader: Reader | undefined, key?: string) =>
    app.inject({ method: 'POST', url: path, payload, headers: await headersOf(reader, key) });
  const get = async (path: string, reader?: Reader, more: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url: path, headers: { ...(await headersOf(reader)), ...more } });
  const aNote = { kind: 'plain', text: 'Allergic to nuts', child: { localId: 'H-1', forename: 'Ada' } };

  it('records a notice, says where it is and gives a receipt', async () => {
    const answer = await post('/v1/notes', aNote, worker, 'first');
    expect(answer.statusCode).toBe(201);
    const body = answer.json<Answer>();
    expect(body).toEqual({
      id: expect.any(String) as string,
      recordRef: expect.stringMatching(/^[a-z2-7]{26}$/) as string,
      position: expect.any(Number) as number,
      recordedAt: clock.now(),
      facts: ['NoteOpened'],
      repeated: false,
      receipt: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
    });
    expect(answer.headers['location']).toBe(`/v1/notes/${String(body['id'])}`);
  });

  it('keeps personal fields out of the log in clear', async () => {
    const { id } = (await post('/v1/notes', aNote, worker, 'sealed')).json<{ id: string }>();
    const [fact] = await app.get<EventStore>(EVENT_STORE).readStream(`note-${id}`);
    expect(fact?.data).toEqual({ by: HACKNEY, kind: 'plain' });
    expect(fact?.sealed).toMatch(/^[\w-]+$/);
    expect(fact?.metadata.schemaVersion).toBe(2);
  });

  it('gives the first answer again to the same key, marked as repeated', async () => {
    const first = (await post('/v1/notes', aNote, worker, 'again')).json<Answer>();
    const second = (await post('/v1/notes', aNote, worker, 'again')).json<Answer>();
    expect(second).toEqual({ ...first, repeated: true });
  });

  it('refuses the same key with another body, on another route and on another notice', async () => {
    const { id } = (await post('/v1/notes', aNote, worker, 'mine')).json<{ id: string }>();
    const other = await post('/v1/notes', { ...aNote, kind: 'urgent' }, worker, 'mine');
    expect([other.statusCode, other.json<Answer>()['code']]).toEqual([409, 'idempotency-key-reused']);
    const elsewhere = await post(`/v1/notes/${id}/closing`, { on: '2026-03-01' }, worker, 'mine');
    expect([elsewhere.statusCode, elsewhere.json<Answer>()['code']]).toEqual([409, 'idempotency-key-reused']);
  });

  it('lets another authority use the same key for itself', async () => {
    await post('/v1/notes', aNote, worker, 'shared');
    expect((await post('/v1/notes', aNote, colleague, 'shared')).json<Answer>()['repeated']).toBe(false);
  });

  it('asks for the Idempotency-Key by name', async () => {
    const answer = await post('/v1/notes', aNote, worker);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json<Answer>()).toMatchObject({
      code: 'idempotency-key-missing',
      field: 'Idempotency-Key',
    });
  });

  it.each(['é', 'x'.repeat(256), 'tab\there', ' edge'])('refuses the key %j', async (key) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/batches',
      payload: { commands: [{ action: 'note/open', key, body: aNote }] },
      headers: await headersOf(worker),
    });
    expect(answer.body).toMatch(/idempotency-key-invalid|"rule":"text"/);
  });

  it('answers a party that may not act like one that asks for an unknown notice', async () => {
    const { id } = (await post('/v1/notes', aNote, worker, 'theirs')).json<{ id: string }>();
    const forbidden = await post(`/v1/notes/${id}/closing`, { on: '2026-03-01' }, colleague, 'k1');
    const unknown = await post('/v1/notes/no-such-note/closing', { on: '2026-03-01' }, colleague, 'k2');
    const hidden = await get('/v1/notes/hidden');
    expect(forbidden.statusCode).toBe(404);
    expect(forbidden.body).toBe(unknown.body);
    expect(forbidden.body).toBe(hidden.body);
  });

  it('tells other refusals with code, reason and field', async () => {
    const { id } = (await post('/v1/notes', aNote, worker, 'closing')).json<{ id: string }>();
    await post(`/v1/notes/${id}/closing`, { on: '2026-03-01' }, worker, 'c1');
    const answer = await post(`/v1/notes/${id}/closing`, { on: '2026-03-01' }, worker, 'c2');
    expect(answer.statusCode).toBe(409);
    expect(answer.json<Answer>()).toEqual({
      type: '/problems/note/not-open',
      title: 'Refused',
      status: 409,
      detail: 'This note is closed.',
      code: 'note/not-open',
      field: 'on',
    });
  });

  it('takes a record of one’s own by reference and no one else’s', async () => {
    const { recordRef } = (await post('/v1/notes', aNote, worker, 'intro')).json<{ recordRef: string }>();
    const own = await post('/v1/notes', { kind: 'plain', recordRef, text: 'x' }, worker, 'own');
    expect(own.json<Answer>()).toMatchObject({ recordRef, facts: ['NoteOpened'] });
    const foreign = await post('/v1/notes', { kind: 'plain', recordRef, text: 'x' }, colleague, 'foreign');
    expect(foreign.statusCode).toBe(404);
  });

  describe('access', () => {
    it('refuses a request without a token and says how to ask', async () => {
      const answer = await post('/v1/notes', aNote, undefined, 'k');
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="ibex"');
    });

    it('says why a token is not taken', async () => {
      const answer = await get('/v1/notes', undefined, { authorization: 'Bearer not.a.token' });
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
    });

    it('refuses a role that the route does not name', async () => {
      expect((await post('/v1/notes', aNote, desk, 'k')).statusCode).toBe(403);
    });

    it('refuses a route that names nobody to everybody', async () => {
      expect((await get('/v1/notes/forgotten', worker)).statusCode).toBe(403);
    });

    it('lets anybody see what is public', async () => {
      expect((await get('/v1/notes/open')).json<Answer>()).toEqual({ open: true });
    });
  });

  describe('bodies', () => {
    it('names every fault by field, rule and mend', async () => {
      const body = {
        kind: 'green',
        at: '2026-03-29T01:30',
        read: 'yes',
        times: 10,
        nmae: 1,
        child: { localId: '' },
      };
      const answer = await post('/v1/notes', body, worker, 'bad');
      expect(answer.statusCode).toBe(422);
      const { errors } = answer.json<{ errors: readonly { field: string; rule: string; mend: string }[] }>();
      expect(errors.map(({ field, rule }) => `${field}: ${rule}`).sort()).toEqual([
        'at: instant',
        'child.localId: text',
        'kind: code',
        'nmae: unknown-field',
        'read: flag',
        'times: count',
      ]);
      expect(errors.every(({ mend }) => mend.length > 10)).toBe(true);
    });

    it.each([
      ['a body that is no JSON', 400, '{"kind":'],
      ['a list', 422, '[]'],
      ['text', 422, '"x"'],
      ['a poisoned prototype', 400, '{"__proto__":{"roles":["operator"]},"kind":"plain"}'],
      ['a poisoned prototype below', 400, '{"child":{"__proto__":{}},"kind":"plain"}'],
      ['a poisoned constructor', 422, '{"child":{"constructor":{"a":1}},"kind":"plain"}'],
      ['a body that is nested too deep', 422, `{"a":${'['.repeat(30)}${']'.repeat(30)}}`],
      [
        'too many fields',
        422,
        JSON.stringify(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`f${i}`, 1]))),
      ],
      ['more than 256 KiB', 413, JSON.stringify({ text: 'x'.repeat(262_144) })],
    ])('refuses %s', async (_, status, payload) => {
      const headers = { ...(await headersOf(worker, 'bad-body')), 'content-type': 'application/json' };
      const answer = await app.inject({ method: 'POST', url: '/v1/notes', payload, headers });
      expect(answer.statusCode).toBe(status);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    });

    it('refuses another media type', async () => {
      const headers = { ...(await headersOf(worker, 'xml')), 'content-type': 'application/xml' };
      expect(
        (await app.inject({ method: 'POST', url: '/v1/notes', payload: '<a/>', headers })).statusCode,
      ).toBe(415);
    });

    it('reads numbers of a query and refuses what is none', async () => {
      expect((await get('/v1/notes?limit=3', desk)).json<Answer>()).toEqual({ authority: HACKNEY, limit: 3 });
      expect((await get('/v1/notes?limit=many', desk)).statusCode).toBe(422);
      expect((await get('/v1/notes?colour=red', desk)).statusCode).toBe(422);
    });
  });

  describe('batches', () => {
    const send = (commands: readonly object[]) => post('/v1/batches', { commands }, worker);
    type Answers = Readonly<{
      answers: readonly Readonly<{ key: string; status: number; problem?: Answer }>[];
    }>;

    it('answers each command in its place', async () => {
      const answer = await send([
        { action: 'note/open', key: 'b1', body: aNote },
        { action: 'note/open', key: 'b2', body: { kind: 'green' } },
        { action: 'note/paint', key: 'b3', body: {} },
        { action: 'note/close', key: 'b4', body: { on: '2026-03-01' } },
        { action: 'note/close', id: 'no-such-note', key: 'b5', body: { on: '2026-03-01' } },
      ]);
      const { answers } = answer.json<Answers>();
      expect(answers.map(({ key, status }) => [key, status])).toEqual([
        ['b1', 201],
        ['b2', 422],
        ['b3', 422],
        ['b4', 422],
        ['b5', 404],
      ]);
      expect(answers.map(({ problem }) => problem?.['field'])).toEqual([
        undefined,
        'kind',
        'action',
        'id',
        undefined,
      ]);
    });

    it('knows a command that came over its own route before', async () => {
      const first = (await post('/v1/notes', aNote, worker, 'either-way')).json<Answer>();
      const { answers } = (await send([{ action: 'note/open', key: 'either-way', body: aNote }])).json<{
        answers: readonly { answer: Answer }[];
      }>();
      expect(answers[0]?.answer).toEqual({ ...first, repeated: true });
    });

    it('keeps the order of commands on the same notice', async () => {
      const { id } = (await post('/v1/notes', aNote, worker, 'ordered')).json<{ id: string }>();
      const { answers } = (
        await send([
          { action: 'note/close', id, key: 'o1', body: { on: '2026-03-01' } },
          { action: 'note/close', id, key: 'o2', body: { on: '2026-03-02' } },
        ])
      ).json<Answers>();
      expect(answers.map(({ status }) => status)).toEqual([201, 409]);
    });

    it('holds an action to the roles of its own route', async () => {
      const answer = await post(
        '/v1/batches',
        { commands: [{ action: 'note/open', key: 'r1', body: aNote }] },
        desk,
      );
      expect(answer.json<Answers>().answers[0]).toMatchObject({
        status: 403,
        problem: { code: 'role-needed' },
      });
    });

    it('takes a hundred commands and no more', async () => {
      const many = (count: number) =>
        Array.from({ length: count }, (_, i) => ({
          action: 'note/open',
          key: `m${count}-${i}`,
          body: aNote,
        }));
      const { answers } = (await send(many(100))).json<Answers>();
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(100);
      expect((await send(many(101))).statusCode).toBe(422);
    });
  });

  describe('reading', () => {
    it('tells a reader that it has the same content already', async () => {
      const first = await get('/v1/notes', desk);
      const tag = String(first.headers['etag']);
      expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/);
      const second = await get('/v1/notes', desk, { 'if-none-match': tag });
      expect([second.statusCode, second.body]).toEqual([304, '']);
      expect((await get('/v1/notes', desk, { 'if-none-match': 'W/"other"' })).statusCode).toBe(200);
    });

    it('keeps nothing in caches and lets nothing run', async () => {
      const { headers } = await get('/v1/notes', desk);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
    });

    it('does not wait where no view is behind, and refuses what is no position', async () => {
      expect((await get('/v1/notes?atLeast=0', desk)).statusCode).toBe(200);
      expect((await get('/v1/notes?atLeast=soon', desk)).json<Answer>()).toMatchObject({ field: 'atLeast' });
    });

    it('answers an unknown address with a problem', async () => {
      const answer = await get('/v1/nothing-here', desk);
      expect([answer.statusCode, answer.json<Answer>()['code']]).toEqual([404, 'not-found']);
    });
  });

  it('tells nobody what an unforeseen fault said, neither client nor log', async () => {
    lines.length = 0;
    const answer = await get('/v1/notes/broken?name=Ada+Canary');
    expect(answer.statusCode).toBe(500);
    const { instance } = answer.json<{ instance: string }>();
    expect(instance).toMatch(/^urn:uuid:/);
    const logged = lines.join('');
    expect(logged).toContain(instance.slice('urn:uuid:'.length));
    for (const canary of ['Canary', 'Lovelace', '9ZZ']) {
      expect(answer.body).not.toContain(canary);
      expect(logged).not.toContain(canary);
    }
  });

  it('is live, started and ready', async () => {
    for (const question of ['live', 'start', 'ready']) {
      expect((await get(`/health/${question}`)).json<Answer>()).toEqual({ status: 'up' });
    }
  });
});
