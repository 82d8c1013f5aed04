import { connect } from 'node:net';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DevelopmentIssuer, JoseModule, newSigningKey } from '@ibex/adapters/jose';
import { FixedClock, MemoryModule } from '@ibex/adapters/memory';
import { IdentityModule } from '@ibex/identity';
import { ProofModule } from '@ibex/proof';
import { NoteModule, closeNote, openNote } from '../../fixtures/note.api';
import { noteDefinition } from '../../fixtures/note';
import { createHttpApp } from '../http/create-http-app';
import { silentLog } from '../logging/create-log';
import { RuntimeModule } from '../runtime.module';
import { ManagementServer } from './management.server';
import { METRIC_NAMES } from './metric-names';

const CANARIES = ['Ada', 'Canary', 'H-4711', 'Allergic'];

const anExchange = async (wanted = 0) => {
  const clock = new FixedClock();
  const key = await newSigningKey();
  const issuer = new DevelopmentIssuer({ key, clock, production: false });
  @Module({
    imports: [
      MemoryModule.with(clock),
      ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(7) }),
      JoseModule.forRoot({ issuers: [issuer.trusted], signingKey: key }),
      IdentityModule,
      RuntimeModule.forRoot({ definitions: [noteDefinition], actions: [openNote, closeNote] }),
      NoteModule,
    ],
  })
  class ExchangeModule {}
  const app = await createHttpApp(ExchangeModule, { log: silentLog() });
  const token = await issuer.issue({
    authority: 'E09000012',
    person: 'person-1',
    roles: ['placing-practitioner'],
  });
  const { port } = await app.get(ManagementServer).listen({ host: '127.0.0.1', port: wanted });
  const address = `http://127.0.0.1:${port}`;
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(address + path, init);
    return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
  };
  return { app, token, port, ask };
};

const post = (app: NestFastifyApplication, token: string, payload: object, key: string) =>
  app.inject({
    method: 'POST',
    url: '/v1/notes',
    payload,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  });

describe('measures and health on an address of their own', () => {
  let exchange: Awaited<ReturnType<typeof anExchange>>;
  beforeEach(async () => {
    exchange = await anExchange();
  });
  afterEach(() => exchange.app.close());

  it('say that it lives before it has started, and that it has not started', async () => {
    const { ask } = exchange;
    expect((await ask('/health/live')).status).toBe(200);
    expect(await ask('/health/start')).toMatchObject({ status: 503, body: '{"status":"starting"}' });
    expect((await ask('/health/ready')).status).toBe(503);
  });

  it('answer as the application itself does once it runs', async () => {
    await exchange.app.init();
    for (const path of ['/health/live', '/health/start', '/health/ready'])
      expect(await exchange.ask(path)).toMatchObject({ status: 200, body: '{"status":"up"}' });
  });

  it('tell what was accepted and refused, with nothing of a child in it', async () => {
    const { app, token, ask } = exchange;
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const note = {
      kind: 'plain',
      text: 'Allergic to nuts',
      child: { localId: 'H-4711', forename: 'Ada Canary' },
    };
    expect((await post(app, token, note, 'key-Canary')).statusCode).toBe(201);
    expect((await post(app, token, { ...note, kind: 'Ada' }, 'other')).statusCode).toBe(422);
    expect((await post(app, '', note, 'third')).statusCode).toBe(401);
    const { status, type, body } = await ask('/metrics');
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    for (const line of [
      'ibex_commands_accepted_total{type="OpenNote"} 1',
      'ibex_commands_refused_total{code="body-not-valid"} 1',
      'ibex_append_seconds_count 1',
      'ibex_http_request_seconds_count{route="/v1/notes",method="POST",status="201"} 1',
    ])
      expect(body).toContain(line);
    for (const canary of CANARIES) expect(body).not.toContain(canary);
  });

  it('know every measure of the runtime by a name of the list', async () => {
    await exchange.app.init();
    const { body } = await exchange.ask('/metrics');
    const named = [...body.matchAll(/^# TYPE (ibex_\w+) /gm)].map(([, name]) => name);
    expect(named.filter((name) => !METRIC_NAMES.some((each) => each === name))).toEqual([]);
    expect(named).toContain('ibex_leases_held');
  });

  it('take nothing but questions, and know no other address', async () => {
    expect((await exchange.ask('/metrics', { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await exchange.ask('/v1/notes')).status).toBe(404);
  });

  it('say that it stops while it drains, and are gone after it', async () => {
    const { app, ask, port } = exchange;
    await app.init();
    app.get(ManagementServer).onModuleDestroy();
    expect(await ask('/health/ready')).toMatchObject({ status: 503, body: '{"status":"stopping"}' });
    expect((await ask('/health/live')).status).toBe(200);
    await app.close();
    await expect(ask('/health/live')).rejects.toThrow('fetch failed');
    expect(port).toBeGreaterThan(0);
  });

  it('are not held open by a connection that never asks', async () => {
    const { app, port } = exchange;
    await app.init();
    const silent = connect(port, '127.0.0.1').on('error', () => undefined);
    await new Promise((resolve) => silent.once('connect', resolve));
    const startedAtMs = performance.now();
    await app.close();
    expect(performance.now() - startedAtMs).toBeLessThan(3_000);
    silent.destroy();
  });

  it('name the address that cannot be used', async () => {
    await expect(anExchange(exchange.port)).rejects.toMatchObject({ code: 'management/cannot-listen' });
  });
});
