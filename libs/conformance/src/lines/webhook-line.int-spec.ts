import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createPlain } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebhookChannel, newHmacSecret } from '@ibex/adapters/webhook';
import type { Subscription } from '@ibex/kernel';
import { webhookReceiver } from '@ibex/subscriber';
import { temporaryFolders } from '@ibex/testing';
import { InventedNotices } from '../notices/invented-notices';
import { Seed } from '../notices/seed';
import { WebhookLine } from './webhook-line';

type Got = Readonly<{ headers: IncomingHttpHeaders; body: Buffer }>;

const folder = temporaryFolders();
const secret = newHmacSecret();
const invented = new InventedNotices(new Seed('s'), '2026-03-02T09:00:00.000Z');
const notice = invented.about(invented.record());
const got: Got[] = [];
const answer = (request: IncomingMessage, response: ServerResponse): void => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    got.push({ headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(429, { 'retry-after': '7' }).end();
  });
};
let plain: Server;
let secure: Server;
let ca = '';
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  const home = folder();
  const [keyFile, certFile] = [join(home, 'key.pem'), join(home, 'cert.pem')];
  const names = 'subjectAltName=DNS:localhost,DNS:receiver.croydon.gov.uk,IP:127.0.0.1';
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile];
  execFileSync(
    'openssl',
    ['req', '-x509', '-days', '2', ...key, '-out', certFile, '-subj', '/CN=localhost', '-addext', names],
    { stdio: 'ignore' },
  );
  ca = readFileSync(certFile, 'utf8');
  secure = createServer({ key: readFileSync(keyFile), cert: ca }, answer);
  plain = createPlain(answer);
  for (const server of [secure, plain])
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  for (const server of [secure, plain]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
beforeEach(() => {
  got.length = 0;
});

const lineTo = (url: string, more: object = {}): WebhookLine =>
  new WebhookLine({ url: new URL(url), secrets: [secret], allowPrivate: true, ...more });
const plainUrl = (): string => `http://127.0.0.1:${String(portOf(plain))}/hook`;

describe('a notice that the kit posts', () => {
  it('is, sign for sign, what the dispatcher’s channel posts of the same entry', async () => {
    const subscription = { target: 'https://receiver.croydon.gov.uk/hook' } as Subscription;
    const channel = new WebhookChannel(
      { now: () => new Date().toISOString() },
      {
        isAllowed: () => true,
        resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
        tls: { ca, port: portOf(secure) },
      },
    );
    const { id, event } = notice;
    await channel.deliver({ subscription, secrets: [secret] }, { id, urgency: 'prompt', event });
    await lineTo(`https://127.0.0.1:${String(portOf(secure))}/hook`, { ca }).send(notice);
    await lineTo(plainUrl()).send(notice);
    const [theirs, ...ours] = got;
    expect(ours).toHaveLength(2);
    const constant = ({ headers }: Got): object => ({
      ...headers,
      // without TLS nothing is kept
      connection: '',
      ...{ host: '', 'webhook-timestamp': '', 'webhook-signature': '' },
    });
    for (const each of ours) {
      expect(each.body.equals(theirs?.body ?? Buffer.alloc(0))).toBe(true);
      expect(constant(each)).toEqual(theirs && constant(theirs));
    }
  });

  it('is believed by what boroughs install, and no longer so once it was altered', async () => {
    const line = lineTo(plainUrl());
    await line.send(notice);
    await line.send(notice, { skewMs: -1_200_000 });
    await line.send(notice, { secrets: [newHmacSecret()] });
    const receiver = webhookReceiver({ secrets: [secret], handlers: {}, fallback: () => Promise.resolve() });
    const statuses = [];
    for (const each of got) statuses.push((await receiver.receive(each)).status);
    await receiver.stop();
    expect(statuses).toEqual([204, 401, 401]);
  });

  it('tells what was answered as the dispatcher takes it', async () => {
    expect(await lineTo(plainUrl()).send(notice)).toMatchObject({
      ...{ id: notice.id, outcome: 'later', status: 429, retryAfterMs: 7_000 },
    });
  });

  it('goes to no private address, and nowhere without TLS, unless that is allowed', async () => {
    const url = `https://127.0.0.1:${String(portOf(secure))}/hook`;
    expect(await lineTo(url, { allowPrivate: false, ca }).send(notice)).toMatchObject({
      ...{ outcome: 'later', fault: 'target/address-not-public' },
    });
    expect(() => lineTo(plainUrl(), { allowPrivate: false })).toThrow('--allow-private');
    expect(got).toEqual([]);
  });

  it('tells why nobody was reached', async () => {
    expect(await lineTo('http://127.0.0.1:1/').send(notice)).toMatchObject({ fault: 'ECONNREFUSED' });
    expect(await lineTo(`https://127.0.0.1:${String(portOf(secure))}/`).send(notice)).toMatchObject({
      fault: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });
});
