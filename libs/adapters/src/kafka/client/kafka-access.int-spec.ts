import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import type { KafkaConfig } from 'kafkajs';
import { startKafkaServer, temporaryFolders } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { KafkaAdmin } from '../admin/kafka-admin';
import { DEFAULT_TOPIC_RULES, planTopics } from '../admin/topic-plan';
import { KafkaBus } from '../bus/kafka-bus';
import { aMessage, idsOnce, recordsIn } from '../kafka.fixture';
import type { KafkaConnection } from '../kafka.settings';
import { topicOf } from '../kafka.settings';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
const nextFolder = temporaryFolders();

/** An issuer of access tokens: keys, and tokens for who knows the secret. Speaks as much OAuth 2 as is needed. */
const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const tokenOf = (subject: string, privateKey = key.privateKey): string => {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: 'issuer', aud: 'kafka', sub: subject, iat: now, exp: now + 300 };
  const signed = `${encoded({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
};
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
let tokensGiven = 0;
const answerOf = ({ url, headers }: IncomingMessage): readonly [number, unknown] => {
  const [id, secret] = Buffer.from((headers.authorization ?? '').slice('Basic '.length), 'base64')
    .toString()
    .split(':');
  if (url === '/keys')
    return [
      200,
      { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] },
    ];
  if (secret !== 'right') return [401, { error: 'invalid_client', hint: 'the secret was wrong' }];
  tokensGiven += 1;
  const forged = id === 'forger' ? tokenOf('ibex-relay', stranger) : tokenOf(String(id));
  return [200, { access_token: forged, token_type: 'Bearer', expires_in: 300 }];
};
const answer = (request: IncomingMessage, response: ServerResponse): void => {
  const [status, body] = answerOf(request);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

let issuer: Server;
let issuerUrl: string;
let kafka: KafkaServer;
const open: KafkaBus[] = [];

const fileWith = (content: string): string => {
  const file = join(nextFolder(), 'secret');
  writeFileSync(file, `${content}\n`, { mode: 0o600 });
  return file;
};
const busWith = (listener: string, more: Partial<KafkaConnection>): KafkaBus => {
  const settings = { brokers: [kafka.at(listener)], clientId: 'ibex-relay', requestTimeoutMs: 5000, ...more };
  const bus = new KafkaBus({ ...settings, mode: 'binary' });
  open.push(bus);
  return bus;
};
const scram = (username: string, password: string): Partial<KafkaConnection> => ({
  sasl: { mechanism: 'scram-sha-512', username, passwordFile: fileWith(password) },
});
const oauth = (
  clientId: string,
  secret: string,
  tokenUrl = `${issuerUrl}/token`,
): Partial<KafkaConnection> => ({
  sasl: { mechanism: 'oauthbearer', tokenUrl, clientId, clientSecretFile: fileWith(secret) },
});
const certificateOf = (name: string): NonNullable<KafkaConnection['tls']> => {
  const { ca, clients = {}, stranger: unknown } = kafka.certificates ?? {};
  const files = clients[name] ?? unknown;
  return { caFile: String(ca), certFile: String(files?.cert), keyFile: String(files?.key) };
};
/** What reaching Croydon's topic comes to: "held", or the code of the fault. */
const outcomeOf = async (bus: KafkaBus, sequence: number): Promise<string> => {
  try {
    await bus.publish([aMessage(CROYDON, sequence)]);
    return 'held';
  } catch (fault) {
    return fault instanceof Error && 'code' in fault ? String(fault.code) : 'another fault';
  }
};

beforeAll(async () => {
  issuer = createServer(answer).listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  const address = issuer.address();
  issuerUrl = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
  const users = ['ibex-relay', `ibex-${CAMDEN}`, `ibex-${CROYDON}`];
  kafka = await startKafkaServer(
    ...['--listeners', 'scram,scram-tls,oauthbearer,mtls', '--authorizer'],
    ...['--client', 'ibex-relay', '--client', `ibex-${CAMDEN}`],
    ...users.flatMap((user) => ['--user', `${user}:secret-of-${user}`]),
    ...['--oauth', JSON.stringify({ jwksUrl: `${issuerUrl}/keys`, issuer: 'issuer', audience: 'kafka' })],
  );
  const admin = await KafkaAdmin.connect({ brokers: [kafka.at('internal')], clientId: 'spec' });
  const rules = { ...DEFAULT_TOPIC_RULES, replicationFactor: 1, minInsyncReplicas: 1 };
  await admin.apply(planTopics([CAMDEN, CROYDON], { topics: [], acls: [] }, rules), { prune: false });
  admin.close();
}, 60_000);
afterAll(async () => {
  await Promise.all(open.map((bus) => bus.close()));
  issuer.close();
  await kafka.stop();
});

describe('the relay is let in', () => {
  it('by SCRAM, with and without TLS', async () => {
    const known = scram('ibex-relay', 'secret-of-ibex-relay');
    expect(await outcomeOf(busWith('scram', known), 1)).toBe('held');
    const { caFile = '' } = certificateOf('ibex-relay');
    expect(await outcomeOf(busWith('scram-tls', { ...known, tls: { caFile } }), 2)).toBe('held');
  });

  it('by an access token, asked for once', async () => {
    const bus = busWith('oauthbearer', oauth('ibex-relay', 'right'));
    const before = tokensGiven;
    expect([await outcomeOf(bus, 3), await outcomeOf(bus, 4)]).toEqual(['held', 'held']);
    expect(tokensGiven).toBe(before + 1);
  });

  it('by its certificate', async () => {
    expect(await outcomeOf(busWith('mtls', { tls: certificateOf('ibex-relay') }), 5)).toBe('held');
    const ids = idsOnce(await recordsIn(kafka.at('internal'), CROYDON));
    expect(ids).toEqual([1, 2, 3, 4, 5].map((at) => `${CROYDON}-${at}`));
  });
});

describe('who is not known is told so at once', () => {
  it.each([
    ['a wrong password', () => busWith('scram', scram('ibex-relay', 'wrong'))],
    ['a user that there is not', () => busWith('scram', scram('nobody', 'secret-of-ibex-relay'))],
    ['a wrong client secret', () => busWith('oauthbearer', oauth('ibex-relay', 'wrong'))],
    ['a token that somebody else signed', () => busWith('oauthbearer', oauth('forger', 'right'))],
    ['a certificate of another authority', () => busWith('mtls', { tls: certificateOf('stranger') })],
    ['no certificate', () => busWith('mtls', { tls: { caFile: certificateOf('ibex-relay').caFile ?? '' } })],
    [
      'a broker with a certificate that is not trusted',
      () =>
        busWith('scram-tls', {
          ...scram('ibex-relay', 'secret-of-ibex-relay'),
          tls: { caFile: certificateOf('stranger').certFile ?? '' },
        }),
    ],
    ['a file that is not there', () => busWith('mtls', { tls: { caFile: '/nowhere/ca.pem' } })],
  ])('%s', async (_, bus) => {
    const from = Date.now();
    expect(await outcomeOf(bus(), 99)).toBe('bus/access-denied');
    expect(Date.now() - from).toBeLessThan(4000);
  });

  it('an issuer that is away is not taken for a refusal', async () => {
    const bus = busWith('oauthbearer', oauth('ibex-relay', 'right', 'http://127.0.0.1:1/token'));
    expect(await outcomeOf(bus, 99)).toBe('bus/unreachable');
  });

  it('and no secret stands in what it is told', async () => {
    const bus = busWith('oauthbearer', oauth('ibex-relay', 'very-wrong'));
    const failing = bus.publish([aMessage(CROYDON, 99)]);
    await expect(failing).rejects.toThrow(
      'sasl.tokenUrl: the issuer gave no token (401, invalid_client); check sasl.clientId and sasl.clientSecretFile',
    );
    await expect(failing).rejects.not.toThrow(/very-wrong|the secret was wrong/);
  });
});

describe('an authority', () => {
  const clientOf = (authority: string): Kafka => {
    const username = `ibex-${authority}`;
    const sasl = { mechanism: 'scram-sha-512', username, password: `secret-of-${username}` } as const;
    const retry: NonNullable<KafkaConfig['retry']> = { retries: 0 };
    return new Kafka({ brokers: [kafka.at('scram')], sasl, retry, logLevel: logLevel.NOTHING });
  };
  /** Joins the group, reads the topic; "read" once something came, else the brokers' word. */
  const readingOf = async (who: string, topic: string, groupId: string): Promise<string> => {
    const consumer = clientOf(who).consumer({ groupId, retry: { retries: 0 }, maxWaitTimeInMs: 100 });
    try {
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      return await new Promise<string>((resolve, reject) => {
        consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
        const eachMessage = (): Promise<void> => {
          resolve('read');
          return Promise.resolve();
        };
        consumer.run({ eachMessage }).catch(reject);
      });
    } catch (fault) {
      return fault instanceof Error ? fault.message : 'another fault';
    } finally {
      await consumer.disconnect();
    }
  };

  it('reads its own topic in its own group', async () => {
    expect(await readingOf(CROYDON, topicOf(CROYDON), `ibex.${CROYDON}`)).toBe('read');
  });

  // the client says no more of a refused group than that it found no coordinator for it; the one above found its own
  it.each([
    ['another one’s topic', topicOf(CROYDON), `ibex.${CAMDEN}`, /not authorized to access topics/i],
    ['in another one’s group', topicOf(CAMDEN), `ibex.${CROYDON}`, /group coordinator/i],
    ['in a group that only begins like its own', topicOf(CAMDEN), `ibex.${CAMDEN}.2`, /group coordinator/i],
  ])('does not read %s', async (_, topic, group, refusal) => {
    expect(await readingOf(CAMDEN, topic, group)).toMatch(refusal);
  });

  it.each([CAMDEN, CROYDON])('does not write: %s to its own topic', async (authority) => {
    const bus = busWith('scram', scram(`ibex-${authority}`, `secret-of-ibex-${authority}`));
    const failing = bus.publish([aMessage(authority, 99)]);
    await expect(failing).rejects.toMatchObject({ code: 'bus/access-denied' });
    expect(idsOnce(await recordsIn(kafka.at('internal'), authority))).not.toContain(`${authority}-99`);
  });

  it('does not see that other topics exist', async () => {
    const admin = clientOf(CAMDEN).admin();
    await admin.connect();
    const topics = await admin.listTopics();
    await admin.disconnect();
    expect(topics).toEqual([topicOf(CAMDEN)]);
  });
});
