import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolders } from '@ibex/testing';
import { AccessTokens } from './access-tokens';

const nextFolder = temporaryFolders();
let issuer: Server;
let tokenUrl: string;
let asked: string[] = [];
let answer: Readonly<{ status: number; body: string }>;

beforeAll(async () => {
  issuer = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(`${request.headers.authorization ?? ''} ${Buffer.concat(chunks).toString()}`);
      response.writeHead(answer.status, { location: '/elsewhere' }).end(answer.body);
    });
  }).listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  const address = issuer.address();
  tokenUrl = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}/token`;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  issuer.close();
});

const tokens = (secret = 'a:b c'): AccessTokens => {
  const clientSecretFile = join(nextFolder(), 'secret');
  writeFileSync(clientSecretFile, `${secret}\n`);
  return new AccessTokens(
    { mechanism: 'oauthbearer', tokenUrl, clientId: 'ibex relay', clientSecretFile, scope: 'kafka' },
    300,
  );
};
const gives = (token: string, lifeS?: number): void => {
  answer = { status: 200, body: JSON.stringify({ access_token: token, expires_in: lifeS }) };
};

it('asks with client and secret, encoded as OAuth wants them, and uses the token while it lives', async () => {
  const mine = tokens();
  gives('t-1', 300);
  expect([await mine.current(), await mine.current()]).toEqual(['t-1', 't-1']);
  const basic = Buffer.from('ibex%20relay:a%3Ab%20c').toString('base64');
  expect(asked).toEqual([`Basic ${basic} grant_type=client_credentials&scope=kafka`]);
});

it('asks again before the token ends, and when a broker refused it', async () => {
  const mine = tokens();
  gives('t-1', 0.4);
  await mine.current();
  await pause(250);
  gives('t-2', 300);
  expect(await mine.current()).toBe('t-2');
  mine.forget();
  gives('t-3', 300);
  expect(await mine.current()).toBe('t-3');
});

it.each([
  [
    401,
    '{"error":"invalid_client","error_description":"Swift"}',
    'bus/access-denied',
    '(401, invalid_client)',
  ],
  [400, '{"error":"Jo Swift, 3 High Street"}', 'bus/access-denied', '(400, no reason given)'],
  [200, 'no JSON', 'bus/access-denied', '(200, no reason given)'],
  [503, '', 'bus/unreachable', '(503, no reason given)'],
  [302, '', 'bus/unreachable', 'does not answer'],
])('tells by %s with %s who is at fault, and repeats nothing else', async (status, body, code, said) => {
  answer = { status, body };
  const failing = tokens().current();
  await expect(failing).rejects.toMatchObject({ code });
  await expect(failing).rejects.toThrow(said);
  await expect(failing).rejects.not.toThrow(/Swift/);
});

it('does not wait for an issuer that hangs', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
  const clientSecretFile = join(nextFolder(), 'secret');
  writeFileSync(clientSecretFile, 's');
  const settings = { mechanism: 'oauthbearer', tokenUrl: url, clientId: 'c', clientSecretFile } as const;
  await expect(new AccessTokens(settings, 200).current()).rejects.toMatchObject({ code: 'bus/unreachable' });
  silent.closeAllConnections();
  silent.close();
});
