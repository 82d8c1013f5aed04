import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { Module } from '@nestjs/common';
import { DevelopmentIssuer, JoseModule, newSigningKey } from '@ibex/adapters/jose';
import { FixedClock, MemoryModule } from '@ibex/adapters/memory';
import { IdentityModule } from '@ibex/identity';
import { StoreUnavailable } from '@ibex/kernel';
import { ProofModule } from '@ibex/proof';
import { NoteModule, closeNote, openNote } from '../../fixtures/note.api';
import { noteDefinition } from '../../fixtures/note';
import { createHttpApp } from '../http/create-http-app';
import { SafeLog } from '../logging/safe-log';
import { RuntimeModule } from '../runtime.module';
import { SubscriptionRunner } from '../subscription/subscription.runner';
import { inSpan } from './span';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLERS_SPAN = '00f067aa0ba902b7';
const CANARIES = ['Ada', 'Canary', 'H-4711', 'Allergic', 'person-1', 'key-of-ours', 'E09000012'];

type Attribute = Readonly<{ key: string; value: Readonly<Record<string, unknown>> }>;
type Exported = Readonly<{
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: readonly Attribute[];
  status: Readonly<{ code: number; message?: string }>;
}>;
type Body = Readonly<{
  resourceSpans: readonly Readonly<{
    resource: Readonly<{ attributes: readonly Attribute[] }>;
    scopeSpans: readonly Readonly<{ spans: readonly Exported[] }>[];
  }>[];
}>;

/** A collector that keeps what it is sent; `answers` false: it takes connections and says nothing. */
const aCollector = async (answers = true) => {
  const bodies: string[] = [];
  const paths: string[] = [];
  const server: Server = createServer((request, response) => {
    paths.push(request.url ?? '');
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      bodies.push(body);
      if (answers) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const sent = (): readonly Body[] => bodies.map((body) => JSON.parse(body) as Body);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    text: () => bodies.join(''),
    paths,
    sent,
    spans: () =>
      sent().flatMap(({ resourceSpans }) =>
        resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};
type Collector = Awaited<ReturnType<typeof aCollector>>;

const anExchange = async ({ endpoint }: Collector) => {
  const clock = new FixedClock();
  const key = await newSigningKey();
  const issuer = new DevelopmentIssuer({ key, clock, production: false });
  const lines: string[] = [];
  const log = new SafeLog('info', { write: (line) => lines.push(line) });
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
  const app = await createHttpApp(ExchangeModule, { log, traces: { endpoint, serviceName: 'exchange' } });
  app.get(SubscriptionRunner).add({
    name: 'collecting',
    group: 'views',
    filter: {},
    checkpoint: () => Promise.resolve(-1),
    handle: () => Promise.resolve(),
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const token = await issuer.issue({
    authority: 'E09000012',
    person: 'person-1',
    roles: ['placing-practitioner'],
  });
  const post = (payload: object, more: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/v1/notes?for=Ada',
      payload,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'key-of-ours', ...more },
    });
  return { app, lines, post };
};

const aNote = {
  kind: 'plain',
  text: 'Allergic to nuts',
  child: { localId: 'H-4711', forename: 'Ada Canary' },
};
const attributesOf = ({ attributes }: Exported): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

describe('traces', () => {
  let collector: Collector;
  beforeEach(async () => {
    collector = await aCollector();
  });
  afterEach(() => collector.close());

  it('follow a command from the caller to the log, and name the service', async () => {
    const { app, post } = await anExchange(collector);
    const traceparent = `00-${TRACE_ID}-${CALLERS_SPAN}-01`;
    expect((await post(aNote, { traceparent })).statusCode).toBe(201);
    await app.close();
    const spans = collector.spans().filter(({ traceId }) => traceId === TRACE_ID);
    const [request, command, append] = ['POST /v1/notes', 'command', 'append'].map((name) =>
      spans.find((span) => span.name === name),
    );
    if (!request || !command || !append)
      throw new Error(`missing among ${spans.map(({ name }) => name).join()}`);
    expect([request.parentSpanId, command.parentSpanId, append.parentSpanId]).toEqual([
      CALLERS_SPAN,
      request.spanId,
      command.spanId,
    ]);
    expect([request, command, append].map(attributesOf)).toEqual([
      { 'http.request.method': 'POST', 'http.route': '/v1/notes', 'http.response.status_code': 201 },
      { 'ibex.command': 'OpenNote', 'ibex.outcome': 'recorded' },
      { 'ibex.category': 'note', 'ibex.facts': 1 },
    ]);
    expect(collector.paths[0]).toBe('/v1/traces');
    expect(collector.sent()[0]?.resourceSpans[0]?.resource.attributes).toEqual([
      { key: 'service.name', value: { stringValue: 'exchange' } },
    ]);
  });

  it('show each batch that a reaction handled', async () => {
    const { app, post } = await anExchange(collector);
    await post(aNote);
    await app.get(SubscriptionRunner).caughtUpTo(0, 2_000);
    await app.close();
    const [reaction] = collector.spans().filter(({ name }) => name === 'reaction');
    expect(reaction && attributesOf(reaction)).toMatchObject({ 'ibex.reaction': 'collecting' });
  });

  it('hold nothing of a child, of a person or of what was sent', async () => {
    const { app, post } = await anExchange(collector);
    await post(aNote, { baggage: 'child=Ada', tracestate: 'case=H-4711' });
    await post({ ...aNote, kind: 'Ada' });
    await post(aNote, { 'idempotency-key': 'Canary', traceparent: 'Ada' });
    const failing = inSpan('command', { command: 'Ada Canary' }, () =>
      Promise.reject(new StoreUnavailable('store/timed-out', 'no answer for Ada Canary')),
    );
    await expect(failing).rejects.toThrow('no answer');
    await app.close();
    const text = collector.text();
    expect(collector.spans().length).toBeGreaterThan(5);
    for (const canary of CANARIES) expect(text).not.toContain(canary);
    const [failed] = collector.spans().filter(({ status }) => status.code === 2);
    expect(failed && attributesOf(failed)).toEqual({
      'ibex.outcome': 'failed',
      'ibex.code': 'store/timed-out',
    });
    expect(failed?.status.message).toBeUndefined();
  });

  it('are named in the log lines of the request', async () => {
    const { app, lines, post } = await anExchange(collector);
    await post(aNote, { traceparent: `00-${TRACE_ID}-${CALLERS_SPAN}-01` });
    await app.close();
    const answered = lines.filter((line) => line.includes('"answered"'));
    expect(answered.map((line) => (JSON.parse(line) as { traceId?: string }).traceId)).toEqual([TRACE_ID]);
  });

  it('do not hold up the end of a process whose collector says nothing', async () => {
    const silent = await aCollector(false);
    const { app, post } = await anExchange(silent);
    await post(aNote);
    const startedAtMs = performance.now();
    await app.close();
    expect(performance.now() - startedAtMs).toBeLessThan(5_000);
    await silent.close();
  });
});

describe('without a collector', () => {
  it('a piece of work is done as ever', async () => {
    expect(await inSpan('command', {}, () => Promise.resolve(7))).toBe(7);
    await expect(inSpan('command', {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
