import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientCredentials } from './client-credentials';
import type { ClientCredentials } from './client-credentials';

let issuer: Server;
let tokenUrl: string;
let asked: string[] = [];
let answers: (readonly [number, object])[] = [];

beforeAll(async () => {
  issuer = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(`${request.headers.authorization ?? 'nobody'} ${Buffer.concat(chunks).toString()}`);
      const [status, body] = answers.shift() ?? [
        200,
        { access_token: `t-${String(asked.length)}`, expires_in: 600 },
      ];
      response.writeHead(status, { location: '/elsewhere' }).end(JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  tokenUrl = `http://127.0.0.1:${String((issuer.address() as AddressInfo).port)}/token`;
});
beforeEach(() => {
  asked = [];
  answers = [];
});
afterAll(() => issuer.close());

const client = (more: Partial<ClientCredentials> = {}): ClientCredentials => ({
  ...{ tokenUrl, clientId: 'our:system', clientSecret: () => 'a b', ...more },
});

describe('tokens of a client', () => {
  it('are asked for once, whoever waits, and kept until a minute before their end', async () => {
    let nowMs = 0;
    const token = clientCredentials(client({ scope: 'ibex', nowMs: () => nowMs }));
    expect(await Promise.all([token(false), token(false), token(false)])).toEqual(['t-1', 't-1', 't-1']);
    nowMs = 539_000;
    expect(await token(false)).toBe('t-1');
    nowMs = 540_000;
    expect(await Promise.all([token(false), token(false)])).toEqual(['t-2', 't-2']);
    const basic = Buffer.from('our%3Asystem:a+b').toString('base64');
    expect(asked).toEqual(Array(2).fill(`Basic ${basic} grant_type=client_credentials&scope=ibex`));
  });

  it('are asked for anew where the last one was not taken', async () => {
    const token = clientCredentials(client());
    expect([await token(false), await token(true), await token(false)]).toEqual(['t-1', 't-2', 't-2']);
  });

  it('may be asked for with the secret in the body', async () => {
    await clientCredentials(client({ secretIn: 'body' }))(false);
    expect(asked).toEqual(['nobody grant_type=client_credentials&client_id=our%3Asystem&client_secret=a+b']);
  });

  it('that are not given are waited for, and nothing is quoted but the code', async () => {
    answers = [
      [401, { error: 'invalid_client', error_description: 'the secret a b is wrong' }],
      [302, {}],
    ];
    const token = clientCredentials(client());
    await expect(token(false)).rejects.toThrow('the issuer gave no token (401, invalid_client)');
    await expect(token(false)).rejects.toMatchObject({ code: 'exchange/unavailable' });
    expect(await token(false)).toBe('t-3');
  });

  it('are not asked for in the clear', () => {
    expect(() => clientCredentials(client({ tokenUrl: 'http://login.croydon.gov.uk/token' }))).toThrow(
      'over https',
    );
  });
});
