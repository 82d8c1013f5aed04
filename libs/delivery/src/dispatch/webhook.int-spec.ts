import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { DevelopmentIssuer, JoseModule, newSigningKey } from '@ibex/adapters/jose';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { WebhookChannel, WebhookModule, newHmacSecret } from '@ibex/adapters/webhook';
import { IdentityModule } from '@ibex/identity';
import { CHANNEL_SECRETS, CURSORS, EVENT_STORE, MAILBOX, SUBSCRIPTIONS } from '@ibex/kernel';
import type { Cursors, EventStore, Mailbox, NewEntry } from '@ibex/kernel';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, SystemClock, SystemClockModule } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import { temporaryFolders } from '@ibex/testing';
import { aSubscription } from '../../fixtures/dispatch';
import { CROYDON, someEntries } from '../../fixtures/relay';
import { deliveryDefinition } from '../ladder/delivery.definition';
import { AttemptsController } from './attempts/attempts.controller';
import { AttemptRoutesModule, DispatchModule } from './dispatch.module';
import { MendingDesk } from './mending/mending-desk';
import { mendingDefinition } from './mending/mending.definition';

const HOST = 'receiver.croydon.gov.uk';
const secrets = [newHmacSecret(), newHmacSecret()];
const folders = temporaryFolders();

type Got = Readonly<{ headers: IncomingHttpHeaders; body: string }>;

const aSubmission = (commandId: string): Submission => ({
  actor: { authority: CROYDON, person: 'desk-1', role: 'duty-desk' },
  commandId,
  commandDigest: commandId,
  correlationId: commandId,
});

/** A borough's receiver on loopback: keeps what it took, answers as told. */
class Receiver {
  readonly got: Got[] = [];
  statusOf: (id: string) => number = () => 204;
  private server: Server | undefined;

  async listen(tls: Readonly<{ key: Buffer; cert: Buffer }>, port = 0): Promise<number> {
    const server = createServer(tls, (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        const status = this.statusOf(String(request.headers['webhook-id']));
        if (status < 300) this.got.push({ headers: request.headers, body });
        response.writeHead(status).end();
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    this.server?.closeAllConnections();
    return new Promise((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  get ids(): readonly string[] {
    return this.got.map(({ headers }) => String(headers['webhook-id']));
  }
}

const until = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const lastAtMs = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > lastAtMs) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe('a subscription by webhook, on embedded stores', () => {
  const receiver = new Receiver();
  const subscription = aSubscription({ target: `https://${HOST}/ibex` });
  const home = folders();
  let tls: Readonly<{ key: Buffer; cert: Buffer }>;
  let port: number;
  let app: INestApplicationContext;
  let delivered = 0;
  const troubles: unknown[] = [];

  const started = async (): Promise<INestApplicationContext> => {
    const key = await newSigningKey();
    const issuer = new DevelopmentIssuer({ key, clock: new SystemClock(), production: false });
    @Global()
    @Module({
      providers: [
        {
          provide: SUBSCRIPTIONS,
          useValue: {
            open: () => Promise.resolve([subscription]),
            find: () => Promise.resolve(subscription),
            passes: () => Promise.resolve(true),
            troubled: (...told: unknown[]) => Promise.resolve(void troubles.push(told)),
          },
        },
        { provide: CHANNEL_SECRETS, useValue: { of: () => Promise.resolve(secrets) } },
      ],
      exports: [SUBSCRIPTIONS, CHANNEL_SECRETS],
    })
    class Given {}
    @Module({
      imports: [
        SystemClockModule,
        Given,
        SqliteModule.forFolder({ folder: home, masterKey: new Uint8Array(32).fill(1) }),
        ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(7) }),
        JoseModule.forRoot({ issuers: [issuer.trusted], signingKey: key }),
        RuntimeModule.forRoot({ definitions: [deliveryDefinition, mendingDefinition], actions: [] }),
        IdentityModule,
        WebhookModule.with({
          isAllowed: () => true,
          resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
          tls: { ca: tls.cert, port },
        }),
        DispatchModule.with({
          channels: [WebhookChannel],
          settings: {
            lookEveryMs: 50,
            poison: { tries: 2, refusedForMs: 0, failingForMs: 0 },
            trouble: { afterMs: 200, againAfterHours: 24 },
          },
        }),
        AttemptRoutesModule,
      ],
    })
    class Relay {}
    return (await Test.createTestingModule({ imports: [Relay] }).compile()).init();
  };
  const cursor = (): Promise<number> => app.get<Cursors>(CURSORS).at('subscription:s-1', CROYDON);
  const deliver = async (entries: readonly NewEntry[]): Promise<void> => {
    delivered += 1;
    await app.get<Mailbox>(MAILBOX).deliver('router', entries, delivered);
  };

  beforeAll(async () => {
    const [keyFile, certFile] = [join(home, 'key.pem'), join(home, 'cert.pem')];
    const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile];
    execFileSync('openssl', ['req', '-x509', '-days', '2', ...key, '-out', certFile, ...subject], {
      stdio: 'ignore',
    });
    tls = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
    port = await receiver.listen(tls);
    app = await started();
  }, 30_000);
  afterAll(async () => {
    await app.close();
    await receiver.close();
  });

  it('brings the thin message, signed with every live secret', async () => {
    await deliver(someEntries(1));
    await until(() => receiver.got.length === 1, 'the first message is there');
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.got;
    expect(headers).toMatchObject({
      'webhook-id': `${CROYDON}-1`,
      'content-type': 'application/cloudevents+json; charset=utf-8',
    });
    expect(JSON.parse(body)).toMatchObject({
      specversion: '1.0',
      id: `${CROYDON}-1`,
      type: 'uk.ibex.placement.notified',
      sequence: 1,
      data: { links: { acknowledgement: '/v1/inbox/1/acknowledgement' } },
    });
    const content = `${CROYDON}-1.${String(headers['webhook-timestamp'])}.${body}`;
    const signatures = secrets.map((secret) => {
      const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
      return `v1,${createHmac('sha256', bytes).update(content).digest('base64')}`;
    });
    expect(headers['webhook-signature']).toBe(signatures.join(' '));
  });

  it('is on the ladder as delivered, and only that, once the endpoint has taken it', async () => {
    await until(async () => (await cursor()) === 1, 'the cursor has moved');
    const facts = await app.get<EventStore>(EVENT_STORE).readStream(`delivery-${CROYDON}-1`);
    expect(facts.map(({ type, data }) => [type, data['channel']])).toEqual([['NoticeDelivered', 'webhook']]);
    expect(facts[0]?.metadata.actor).toEqual({
      authority: CROYDON,
      person: 'subscription:s-1',
      role: 'system',
    });
  });

  it('waits out an endpoint that is away, and loses and reorders nothing', async () => {
    await receiver.close();
    await deliver(someEntries(30));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await cursor()).toBe(1);
    await until(() => troubles.length > 0, 'its authority is told');
    const since = expect.any(String) as string;
    const trouble = { since, reason: 'webhook/not-reached', attempts: expect.any(Number) as number };
    expect(troubles).toEqual([['s-1', { ...trouble, waiting: 29 }, 24]]);
    await receiver.listen(tls, port);
    await until(async () => (await cursor()) === 30, 'everything has arrived');
    expect(new Set(receiver.ids).size).toBe(30);
    for (const child of [0, 1, 2]) {
      const numbers = [...new Set(receiver.ids)].map((id) => Number(id.split('-')[1]));
      const ours = numbers.filter((number) => (number - 1) % 3 === child);
      expect(ours).toEqual([...ours].sort((a, b) => a - b));
    }
  }, 30_000);

  it('goes on after a restart from where it stood, without sending again what was accounted for', async () => {
    await app.close();
    app = await started();
    await deliver(someEntries(33));
    await until(async () => (await cursor()) === 33, 'the rest has arrived');
    expect(receiver.ids.slice(-3).sort()).toEqual([31, 32, 33].map((number) => `${CROYDON}-${number}`));
    expect(receiver.ids.length).toBe(33);
  }, 30_000);

  it('shows its tries, also those of before the restart, page by page and by outcome', async () => {
    const list = (query: object, authority = CROYDON) =>
      app.get(AttemptsController).list({ authority, person: 'desk-1', roles: ['duty-desk'] }, 's-1', query);
    const taken = async (): Promise<number> =>
      new Set((await list({ outcome: 'taken', limit: 500 })).attempts.map(({ sequence }) => sequence)).size;
    await until(async () => (await taken()) === 33, 'all are written');
    const first = await list({ limit: 2, outcome: 'taken' });
    expect(first.attempts).toMatchObject([
      { sequence: expect.any(Number) as number, outcome: 'taken', status: 204 },
      { outcome: 'taken' },
    ]);
    const rest = await list({ outcome: 'taken', before: first.next });
    const sequences = [...first.attempts, ...rest.attempts].map(({ sequence }) => sequence);
    expect([...sequences].sort((a, b) => a - b)).toEqual(Array.from({ length: 33 }, (_, at) => at + 1));
    expect(rest.next).toBeUndefined();
    const failed = await list({ outcome: 'later', limit: 500 });
    expect(failed.attempts.length).toBeGreaterThan(0);
    expect(failed.attempts[0]).toMatchObject({ outcome: 'later', reason: 'webhook/not-reached' });
    expect(await list({ since: '2999-01-01T00:00:00.000Z' })).toEqual({ attempts: [] });
    await expect(list({}, 'E09000003')).rejects.toMatchObject({ status: 404 });
  }, 30_000);

  it('lists what the receiver refuses while it takes the rest, and sends it once more by order', async () => {
    const refusedId = `${CROYDON}-34`;
    const reader = { authority: CROYDON, person: 'desk-1', roles: ['duty-desk'] as const };
    const aside = () => app.get(MendingDesk).aside(reader, 's-1', 0);
    receiver.statusOf = (id) => (id === refusedId ? 422 : 204);
    await deliver(someEntries(40));
    await until(async () => (await cursor()) === 40, 'the cursor has passed it');
    await until(async () => (await aside()).entries.length === 1, 'it is on the list');
    expect(await aside()).toEqual({
      entries: [
        {
          sequence: 34,
          messageId: refusedId,
          state: 'set-aside',
          reason: 'webhook/refused',
          status: 422,
          setAsideAt: expect.any(String) as string,
        },
      ],
    });
    expect(receiver.ids).not.toContain(refusedId);
    receiver.statusOf = () => 204;
    const submission = aSubmission('redrive');
    expect(await app.get(MendingDesk).redrive('s-1', {}, submission)).toEqual({
      sequences: [34],
      repeated: false,
    });
    await until(async () => (await aside()).entries.length === 0, 'it is off the list');
    expect(receiver.ids.filter((id) => id === refusedId)).toEqual([refusedId]);
    await expect(app.get(MendingDesk).redrive('s-1', {}, aSubmission('again'))).rejects.toMatchObject({
      refusal: { code: 'set-aside/nothing-there' },
    });
  }, 30_000);

  it('sends history again by order, with the same ids, and ends by itself', async () => {
    const before = receiver.ids.length;
    const desk = app.get(MendingDesk);
    const order = { fromSequence: 38 };
    const answer = await desk.replay('s-1', order, aSubmission('replay'));
    expect(answer).toMatchObject({ fromSequence: 38, toSequence: 40, repeated: false });
    expect(await desk.replay('s-1', order, aSubmission('replay'))).toEqual({ ...answer, repeated: true });
    await until(() => receiver.ids.length === before + 3, 'it was sent again');
    expect(receiver.ids.slice(before)).toEqual([38, 39, 40].map((number) => `${CROYDON}-${String(number)}`));
    const types = async (): Promise<readonly string[]> =>
      (await app.get<EventStore>(EVENT_STORE).readStream('mending-s-1')).map(({ type }) => type);
    await until(async () => (await types()).includes('ReplayFinished'), 'it is recorded as finished');
    await expect(desk.replay('s-1', {}, aSubmission('neither'))).rejects.toMatchObject({ status: 422 });
    await expect(desk.replay('s-1', { fromSequence: 41 }, aSubmission('ahead'))).rejects.toMatchObject({
      refusal: { code: 'replay/nothing-there' },
    });
  }, 30_000);

  it('is nobody else’s to mend', async () => {
    const other = { authority: 'E09000003', person: 'desk-1', roles: ['duty-desk'] as const };
    await expect(app.get(MendingDesk).aside(other, 's-1', 0)).rejects.toMatchObject({ status: 404 });
    const theirs = { ...aSubmission('theirs'), actor: { ...other, role: 'duty-desk' } };
    await expect(app.get(MendingDesk).redrive('s-1', {}, theirs)).rejects.toMatchObject({ status: 404 });
    await expect(app.get(MendingDesk).replay('s-1', { fromSequence: 1 }, theirs)).rejects.toMatchObject({
      status: 404,
    });
  });
});
