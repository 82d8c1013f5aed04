import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import express from 'express';
import fastify from 'fastify';
import { anEvent, noting } from '../subscriber.fixture';
import { fastifyWebhook } from './fastify-webhook';
import { fetchHandler } from './fetch-handler';
import { listener } from './listener';
import { webhookReceiver } from './webhook-receiver';
import { SECRET, delivered } from './webhook.fixture';

type Receiver = ReturnType<typeof webhookReceiver>;
type Running = Readonly<{ url: string; stop: () => Promise<unknown> }>;
type Start = (receiver: Receiver) => Promise<Running>;

const LIMIT = 50_000;
const listening = async (server: Server, path = ''): Promise<Running> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close').catch(() => undefined);
  };
  return { url: `http://127.0.0.1:${String(port)}${path}`, stop };
};

@Module({})
class OurModule {}

const SERVERS: readonly (readonly [string, Start])[] = [
  ['node:http', (receiver) => listening(createServer(listener(receiver, { mostBytes: LIMIT })))],
  [
    'Express, before its body parser',
    (receiver) => {
      const app = express();
      app.use('/ibex', listener(receiver, { mostBytes: LIMIT }));
      app.use(express.json());
      return listening(createServer(app), '/ibex');
    },
  ],
  [
    'Express, with the raw body of its parser',
    (receiver) => {
      const app = express();
      app.use(express.raw({ type: '*/*', limit: '1mb' }));
      app.use('/ibex', listener(receiver, { mostBytes: LIMIT }));
      return listening(createServer(app), '/ibex');
    },
  ],
  [
    'Fastify',
    async (receiver) => {
      const app = fastify();
      await app.register(fastifyWebhook(receiver, { mostBytes: LIMIT }), { prefix: '/ibex' });
      await app.listen({ port: 0, host: '127.0.0.1' });
      const { port } = app.server.address() as AddressInfo;
      return { url: `http://127.0.0.1:${String(port)}/ibex`, stop: () => app.close() };
    },
  ],
  [
    'Nest',
    async (receiver) => {
      Logger.overrideLogger(false);
      const app = await NestFactory.create(OurModule, new FastifyAdapter());
      app.use('/ibex', listener(receiver, { mostBytes: LIMIT }));
      await app.listen(0, '127.0.0.1');
      return { url: `${await app.getUrl()}/ibex`, stop: () => app.close() };
    },
  ],
  [
    'the Fetch API',
    (receiver) => {
      const handle = fetchHandler(receiver, { mostBytes: LIMIT });
      const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          const { method = 'GET', headers } = request;
          const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) };
          const asked = {
            method,
            headers: Object.entries(headers).map(([n, v]): [string, string] => [n, String(v)]),
          };
          void handle(new Request('http://receiver/ibex', { ...asked, ...body })).then(async (answer) =>
            response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text()),
          );
        });
      });
      return listening(server);
    },
  ],
];

const TYPE = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
type Posted = ReturnType<typeof delivered>;
const post = async (url: string, { headers, body }: Posted): Promise<number> => {
  const sent = { method: 'POST', headers: { ...TYPE, ...(headers as Record<string, string>) } };
  const answer = await fetch(url, { ...sent, body: Buffer.from(body) });
  await answer.body?.cancel();
  return answer.status;
};

describe.each(SERVERS)('a receiver behind %s', (_, start) => {
  let running: Running;
  let receiver: Receiver;
  let got: string[];
  beforeAll(async () => {
    const noted = noting();
    got = noted.got;
    receiver = webhookReceiver({ secrets: [SECRET], handlers: {}, fallback: noted.handler });
    running = await start(receiver);
  });
  afterAll(async () => {
    await running.stop();
    await receiver.stop();
  });

  it('believes the bytes as they were sent, letters of all kinds included', async () => {
    const event = anEvent(1, 'child-1', { source: 'urn:ibex:authority:Zoë-☃' });
    const posted = delivered(event, { atMs: Date.now() });
    const spaced = delivered(JSON.stringify(anEvent(2), undefined, 3), { atMs: Date.now(), id: 'e-2' });
    const statuses = [await post(running.url, posted), await post(running.url, spaced)];
    expect([statuses, got.slice(0, 2)]).toEqual([
      [204, 204],
      ['e-1', 'e-2'],
    ]);
  });

  it('refuses what is unsigned, what is too large, and what is not posted', async () => {
    const good = delivered(anEvent(3), { atMs: Date.now() });
    const large = delivered(`{"a":"${'x'.repeat(LIMIT)}"}`, { atMs: Date.now() });
    const statuses = [
      await post(running.url, { ...good, headers: {} }),
      await post(running.url, { ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) }),
      await post(running.url, large),
    ];
    const got1 = await fetch(running.url);
    await got1.body?.cancel();
    expect(statuses).toEqual([401, 401, 413]);
    expect([404, 405]).toContain(got1.status);
    expect(got).not.toContain('e-3');
  });
});

describe('a receiver behind a parser that kept nothing of the bytes', () => {
  it('says so, instead of taking what it cannot verify', async () => {
    const receiver = webhookReceiver({ secrets: [SECRET], handlers: {} });
    const app = express();
    app.use(express.json({ type: '*/*' }));
    app.use('/ibex', listener(receiver));
    const { url, stop } = await listening(createServer(app), '/ibex');
    const { headers, body } = delivered(anEvent(1), { atMs: Date.now() });
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...TYPE, ...(headers as Record<string, string>) },
      body: Buffer.from(body),
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      500,
      { code: 'webhook/body-already-parsed' },
    ]);
    await stop();
    await receiver.stop();
  });
});
