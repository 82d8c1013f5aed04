import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExchangeByHand } from './exchange-by-hand';
import { KNOWN, RegisterByHand } from './register-by-hand';
import type { Event } from './register-by-hand';

// A receiver as a borough's developer may write it by hand, with one thing forgotten at a time:
//   node -r test/support/typescript.cjs plain.receiver.ts <port> <effects file> <keys, with commas> [fault] [exchange]
const [, , port = '0', effectsFile = '', keys = '', fault = 'nothing', exchangeUrl] = process.argv;
const has = (name: string): boolean => fault === name;
const register = new RegisterByHand(effectsFile, has);
const exchange = exchangeUrl === undefined ? undefined : new ExchangeByHand(exchangeUrl, has);
const apply = (event: Event): void => register.apply(event);

const WINDOW_S = 300;
const MOST_BYTES = 256 * 1024;
const KNOWN_FIELDS = ['kind', 'urgency', 'capacity', 'basis', 'duty', 'due', 'from', 'occurredAt', 'links'];
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const checkContent = ({ type, data }: Event): void => {
  const links: unknown = data['links'];
  if (typeof data['kind'] !== 'string' || typeof links !== 'object' || links === null)
    throw new Error('no content');
  if (has('strict-fields') && Object.keys(data).some((name) => !KNOWN_FIELDS.includes(name)))
    throw new Error('a field too many');
  if (has('dies-on-unknown-type') && !KNOWN.test(type)) process.exit(70);
};

const isGoodUnder = (key: string, content: string, given: string): boolean => {
  const [version, signature = ''] = given.split(',');
  const bytes = Buffer.from(signature, 'base64');
  if (key.startsWith('whpk_')) {
    const point = Buffer.from(key.slice(5), 'base64');
    const publicKey = createPublicKey({ key: Buffer.concat([SPKI, point]), format: 'der', type: 'spki' });
    return version === 'v1a' && verify(null, Buffer.from(content), publicKey, bytes);
  }
  const expected = createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
    .update(content)
    .digest();
  return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected);
};

const isInTime = (timestamp: number): boolean => {
  const ageS = Date.now() / 1000 - timestamp;
  return (ageS > -WINDOW_S || has('accepts-future')) && (ageS < WINDOW_S || has('accepts-stale'));
};

const isBelieved = (headers: IncomingHttpHeaders, body: string): boolean => {
  const text = (name: string): string => String(headers[name] ?? '');
  if (!isInTime(Number(text('webhook-timestamp')))) return false;
  if (has('no-signature-check')) return true;
  const content = `${text('webhook-id')}.${text('webhook-timestamp')}.${body}`;
  const all = text('webhook-signature').split(' ');
  const signatures = has('first-signature-only') ? all.slice(0, 1) : all;
  const held = has('one-secret-only') ? keys.split(',').slice(0, 1) : keys.split(',');
  return signatures.some((given) => held.some((key) => isGoodUnder(key, content, given)));
};

const bodyOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES && !has('reads-everything')) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const later = (ms: number, work: () => void): void => void setTimeout(work, ms);

const queue: Event[] = [];
const begun = new Set<string>();
const work = (): void => {
  const [next] = queue;
  if (!next) return;
  try {
    checkContent(next);
    apply(next);
    queue.shift();
    work();
  } catch {
    // for ever the same one
    later(100, work);
  }
};

/** Each way in which work is put off until after the answer. */
const putOff = (event: Event): boolean => {
  if (has('blocks-on-poison')) {
    queue.push(event);
    if (queue.length === 1) work();
    return true;
  }
  // what comes first of a record takes longest
  if (has('reorders')) later(begun.has(event.subject) ? 0 : 80, () => apply(event));
  else if (has('answers-before-storing')) later(300, () => apply(event));
  else return false;
  begun.add(event.subject);
  return true;
};

/** Undefined: it is a notice. */
const statusOfHeartbeat = (event: Event): number | undefined => {
  if (event.type !== 'uk.ibex.heartbeat') return undefined;
  if (has('heartbeat-as-notice')) apply({ ...event, subject: 'none', sequence: 0 });
  return 204;
};

const statusWithDetail = async (from: ExchangeByHand, event: Event): Promise<number> => {
  const detail = await from.detail(event);
  if (detail === undefined) return 500;
  if (detail === 'gone') register.apply(event, 'noted');
  else apply(event);
  await from.acknowledge(event);
  return 204;
};

const statusOfNotice = async (event: Event): Promise<number> => {
  if (has('dedupe-races') && !register.has(event)) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    register.forget(event);
  }
  if (has('blocks-on-poison') && putOff(event)) return 204;
  try {
    checkContent(event);
  } catch {
    return 422;
  }
  if (exchange) return statusWithDetail(exchange, event);
  if (!putOff(event)) apply(event);
  return 204;
};

const statusFor = async (request: IncomingMessage): Promise<number> => {
  const body = await bodyOf(request);
  if (body === undefined) return 413;
  if (!isBelieved(request.headers, body)) return has('gone-when-not-believed') ? 410 : 401;
  const event = JSON.parse(body) as Event;
  return statusOfHeartbeat(event) ?? statusOfNotice(event);
};

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.method === 'GET') {
    response.writeHead(200).end(existsSync(effectsFile) ? readFileSync(effectsFile) : '');
    return;
  }
  const status = await statusFor(request);
  response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end();
};

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
server.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);
});
