import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// A receiver as a borough's developer may write it by hand, with one thing forgotten at a time:
//   node -r test/support/typescript.cjs plain.receiver.ts <port> <effects file> <keys, with commas> [fault]
const [, , port = '0', effectsFile = '', keys = '', fault = 'none'] = process.argv;
const has = (name: string): boolean => fault === name;

const WINDOW_S = 300;
const MOST_BYTES = 256 * 1024;
const KNOWN_FIELDS = ['kind', 'urgency', 'capacity', 'basis', 'duty', 'due', 'from', 'occurredAt', 'links'];
const KNOWN = /^uk\.ibex\.placement\.(notified|changed|supplied|ended|corrected|withdrawn)$/;
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

type Event = Readonly<{
  id: string;
  type: string;
  subject: string;
  sequence: number;
  data: Readonly<Record<string, unknown>>;
}>;
type Line = Readonly<{ id: string; recordRef: string; effect: string; sequence: number }>;

const readLines = (): readonly Line[] =>
  existsSync(effectsFile)
    ? readFileSync(effectsFile, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line)
    : [];

const done = new Set<string>();
const latest = new Map<string, number>();
const recalled = new Set<string>();
const remember = ({ id, recordRef, effect, sequence }: Line): void => {
  done.add(id);
  latest.set(recordRef, Math.max(sequence, latest.get(recordRef) ?? 0));
  if (effect === 'recalled') recalled.add(recordRef);
};
readLines().forEach(remember);

const wordFor = ({ type, subject, sequence }: Event): string => {
  if (type.endsWith('.withdrawn') && !has('recall-as-new')) return 'recalled';
  if (type.endsWith('.corrected') && !has('correction-as-new')) return 'corrected';
  if (!KNOWN.test(type) && !has('heartbeat-as-notice')) return 'noted';
  if (recalled.has(subject)) return 'noted';
  return sequence < (latest.get(subject) ?? 0) && !has('last-arrived-wins') ? 'late' : 'applied';
};

const apply = (event: Event): void => {
  if (done.has(event.id) && !has('no-dedupe')) return;
  const { id, type, subject: recordRef, sequence } = event;
  const line = { id, type, recordRef, at: new Date().toISOString(), effect: wordFor(event), sequence };
  appendFileSync(effectsFile, `${JSON.stringify(line)}\n`);
  remember(line);
};

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
  if (has('reorders'))
    later(latest.has(event.subject) || begun.has(event.subject) ? 0 : 80, () => apply(event));
  else if (has('answers-before-storing')) later(300, () => apply(event));
  else return false;
  begun.add(event.subject);
  return true;
};

const statusFor = async (request: IncomingMessage): Promise<number> => {
  const body = await bodyOf(request);
  if (body === undefined) return 413;
  if (!isBelieved(request.headers, body)) return has('gone-when-not-believed') ? 410 : 401;
  const event = JSON.parse(body) as Event;
  if (event.type === 'uk.ibex.heartbeat' && !has('heartbeat-as-notice')) return 204;
  if (event.type === 'uk.ibex.heartbeat') {
    apply({ ...event, subject: 'none', sequence: 0 });
    return 204;
  }
  if (has('dedupe-races') && !done.has(event.id)) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    done.delete(event.id);
  }
  if (has('blocks-on-poison') && putOff(event)) return 204;
  try {
    checkContent(event);
  } catch {
    return 422;
  }
  if (!putOff(event)) apply(event);
  return 204;
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
