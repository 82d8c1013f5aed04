import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { KafkaBus } from '@ibex/adapters/kafka';
import { newHmacSecret, signedHeaders, toWebhookSecret } from '@ibex/adapters/webhook';
import { startKafkaServer, temporaryFolders } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { makeTopics } from '../../libs/adapters/src/kafka/kafka.fixture';
import { until } from '../../libs/subscriber/src/subscriber.fixture';
import { ExchangeUnderTest } from '../support/exchange-under-test';
import { InstalledSdk } from '../support/sdk/installed-sdk';
import type { RunningExample } from '../support/sdk/installed-sdk';
import { tokensOf } from '../support/tokens';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const folders = temporaryFolders();
const SERVERS = ['webhook.ts', 'express.ts', 'fastify.ts', 'nest.ts'];

let exchange: ExchangeUnderTest;
let issuer: Server;
let sdk: InstalledSdk;
const running: RunningExample[] = [];

const urlOf = (server: Server): string =>
  `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

/** An issuer that knows each authority's client by its GSS code. */
const startIssuer = async (home: string): Promise<Server> => {
  const tokenOf = tokensOf(home);
  const server = createServer((request, response) => {
    const [id = ''] = Buffer.from((request.headers.authorization ?? '').slice(6), 'base64')
      .toString()
      .split(':');
    void tokenOf(id, 'system-client').then((token) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 600 })),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

const start = (
  example: string,
  authority: string,
  more: Readonly<Record<string, string>> = {},
): RunningExample => {
  const client = { CLIENT_ID: authority, CLIENT_SECRET: 'secret' };
  const started = sdk.start(example, {
    IBEX_URL: exchange.url,
    TOKEN_URL: `${urlOf(issuer)}/token`,
    ...client,
    ...more,
  });
  running.push(started);
  return started;
};

type Event = Readonly<{ id: string; subject: string; sequence: number; type: string }>;
/** What stands in Croydon's mailbox. */
const mailbox = async (): Promise<readonly Event[]> => {
  const token = (await (
    await fetch(urlOf(issuer), {
      headers: { authorization: `Basic ${Buffer.from(`${CROYDON}:`).toString('base64')}` },
    })
  ).json()) as { access_token: string };
  const answer = await fetch(`${exchange.url}/v1/inbox?after=0`, {
    headers: { authorization: `Bearer ${token.access_token}` },
  });
  return ((await answer.json()) as { entries: readonly Event[] }).entries;
};
const entered = ({ id }: Event): string => `${id} placed here, their reference R-1`;

beforeAll(async () => {
  const home = folders();
  exchange = await ExchangeUnderTest.start(home, { IBEX_LOG_LEVEL: 'silent' });
  issuer = await startIssuer(home);
  sdk = InstalledSdk.in(folders());
  sdk.lend(
    'express',
    'fastify',
    'rxjs',
    'reflect-metadata',
    '@nestjs/core',
    '@nestjs/common',
    '@nestjs/platform-fastify',
    '@types/express',
  );
  sdk.write('our.module.ts', 'export class OurModule {}\n');
}, 240_000);
afterAll(async () => {
  await Promise.all(running.map((each) => each.stop()));
  issuer.close();
  await exchange.stop();
}, 60_000);

describe('the package that boroughs install', () => {
  it('holds modules, declarations, words and a licence, and nothing of the server', () => {
    const paths = sdk.packed.files.map(({ path }) => path);
    const rest = paths.filter((path) => !/^(types\/.+\.d\.ts|parts\/[\w-]+\.js)$/.test(path));
    expect(rest.sort()).toEqual([
      'LICENSE',
      'README.md',
      'index.js',
      'kafka.js',
      'package.json',
      'webhook.js',
    ]);
    const installed = join(sdk.folder, 'node_modules', '@ibex', 'sdk');
    const modules = [installed, join(installed, 'parts')].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.js'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    );
    const imported = modules.flatMap((text) =>
      [...text.matchAll(/ from "([^"./][^"]*)"/g)].map(([, name]) => name),
    );
    const packages = new Set(imported.filter((name) => !name?.startsWith('node:')));
    expect([...packages].sort()).toEqual(['eventsource-parser', 'jose', 'kafkajs', 'openapi-fetch']);
    expect(sdk.packed.files.reduce((bytes, { size }) => bytes + size, 0)).toBeLessThan(800_000);
  });

  it('has examples that fit its declarations and those of what it stands on', () => {
    const others = sdk.examples.filter((name) => !SERVERS.slice(1).includes(name));
    expect(sdk.examples).toHaveLength(12);
    expect(sdk.typeCheck(others, { skipLibCheck: false })).toBe('');
    expect(sdk.typeCheck([...SERVERS, 'our.module.ts'], { skipLibCheck: true })).toBe('');
  }, 120_000);
});

describe('the examples of the README, each by plain Node', () => {
  let event: Event;

  it('post.ts tells once, however often it runs', async () => {
    const first = await start('post.ts', HACKNEY).ended;
    const again = await start('post.ts', HACKNEY).ended;
    const output = expect.stringMatching(/^recorded 20.*\nplaced elsewhere: 1\n$/) as string;
    expect([first, again]).toEqual([
      { code: 0, output },
      { code: 0, output },
    ]);
    await until(async () => (await mailbox()).length > 0, 30_000);
    expect(await mailbox()).toHaveLength(1);
    [event] = (await mailbox()) as [Event];
  }, 120_000);

  it.each(['stream.ts', 'polls.ts'])(
    '%s hears of it, enters it, acknowledges it and goes when told',
    async (name) => {
      const example = start(name, CROYDON);
      await until(() => example.register().length > 0, 60_000);
      expect([await example.stop(), example.register()]).toEqual([{ code: 0, output: '' }, [entered(event)]]);
    },
    120_000,
  );

  it.each(SERVERS)(
    '%s takes what is signed, once, and goes when told',
    async (name) => {
      const secret = newHmacSecret();
      const probe = createServer().listen(0, '127.0.0.1');
      await once(probe, 'listening');
      const { port } = probe.address() as AddressInfo;
      probe.close();
      const example = start(name, CROYDON, {
        PORT: String(port),
        WEBHOOK_SECRETS: `${newHmacSecret()} ${secret}`,
      });
      const url = `http://127.0.0.1:${String(port)}/ibex`;
      const body = JSON.stringify(event);
      const post = async (sent: string): Promise<number> => {
        const toSign = { id: event.id, timestampSeconds: Math.floor(Date.now() / 1000), body };
        const headers = {
          ...signedHeaders(toSign, [toWebhookSecret(secret)]),
          'content-type': 'application/cloudevents+json',
        };
        const answer = await fetch(url, { method: 'POST', headers, body: sent });
        await answer.body?.cancel();
        return answer.status;
      };
      await until(
        () =>
          fetch(url).then(
            () => true,
            () => false,
          ),
        60_000,
      );
      expect([await post(`${body} `), await post(body), await post(body)]).toEqual([401, 204, 204]);
      const { code } = await example.stop();
      expect([code, example.register()]).toEqual([0, [entered(event)]]);
    },
    120_000,
  );

  it('sealing.ts makes a key once and names its public half', async () => {
    const first = await start('sealing.ts', CROYDON).ended;
    const again = await start('sealing.ts', CROYDON).ended;
    expect(again).toEqual(first);
    expect(first.output).toMatch(/^register this: \{"crv":"X25519","kty":"OKP","x":"[\w-]{43}"\}\n$/);
  }, 60_000);

  describe('with a broker', () => {
    let kafka: KafkaServer;
    beforeAll(async () => {
      kafka = await startKafkaServer('--listeners', 'plaintext');
      await makeTopics(kafka.at('plaintext'), [CROYDON]);
    }, 60_000);
    afterAll(() => kafka.stop());

    it('kafka.ts reads the own topic', async () => {
      const brokers = kafka.at('plaintext');
      const bus = new KafkaBus({ brokers: [brokers], clientId: 'spec', mode: 'binary' });
      await bus.publish([{ authority: CROYDON, key: event.subject, event: { ...event } }] as Parameters<
        KafkaBus['publish']
      >[0]);
      await bus.close();
      const example = start('kafka.ts', CROYDON, { BROKERS: brokers });
      await until(() => example.register().length > 0, 60_000);
      expect([(await example.stop()).code, example.register()]).toEqual([0, [entered(event)]]);
    }, 120_000);
  });
});
