import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { detailOf } from '../notices/invented-notices';
import type { Notice } from '../notices/invented-notices';

/** What the receiver asked of the exchange; tokens are not kept. */
export type Asked = Readonly<{
  what: 'detail' | 'acknowledgement' | 'inbox' | 'other';
  /** Id of the notice, where it is about one. */
  id?: string;
  atMs: number;
  hasToken: boolean;
  idempotencyKey?: string;
  status: number;
}>;

export type Reply = Readonly<{ status: number; headers?: Readonly<Record<string, string>>; body?: unknown }>;
/** `nth`: 1 for the first time that this is asked. Undefined: the usual answer. */
export type Script = (nth: number) => Promise<Reply | undefined> | Reply | undefined;

const DETAIL = /^GET \/v1\/notices\/([^/]+)$/;
const ACKNOWLEDGEMENT = /^POST \/v1\/inbox\/(\d+)\/acknowledgement$/;
const MOST_BODY_BYTES = 65_536;
/** A mailbox without more in it: what is missing of the numbers was never for this receiver. */
const emptyAfter = (url: string): Reply => {
  const after = Number(new URLSearchParams(url.split('?', 2)[1]).get('after'));
  return { status: 200, body: { entries: [], next: Number.isSafeInteger(after) ? after : 0 } };
};

const acknowledgedOf = ({ entry: { sequence } }: Notice): Reply['body'] => ({
  sequence,
  acknowledgedAt: new Date().toISOString(),
  ...{ person: 'conformance', role: 'system' },
});

const problem = (status: number, code: string): Reply => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: { type: 'about:blank', status, code },
});

/** What an exchange answers when it is busy. RFC 9110, 10.2.3. */
export const busyFor = (seconds: number, status: 429 | 503): Reply => ({
  ...problem(status, 'try-later'),
  headers: { 'retry-after': String(seconds) },
});
export const goneFromSight = problem(404, 'not-found');
export const brokenDown = problem(500, 'unforeseen');

const readAway = async (request: IncomingMessage): Promise<void> => {
  let bytes = 0;
  for await (const chunk of request) {
    bytes += Buffer.byteLength(chunk as Buffer);
    if (bytes > MOST_BODY_BYTES) request.destroy();
  }
};

/** Serves details and takes acknowledgements as an exchange does, and breaks down as told. Plain HTTP, for tests alone. */
export class StandInExchange {
  readonly asked: Asked[] = [];
  private readonly details = new Map<string, Notice>();
  private readonly entries = new Map<number, Notice>();
  private readonly scripts = new Map<string, Script>();
  private readonly times = new Map<string, number>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  static async listen(port: number, host = '127.0.0.1'): Promise<StandInExchange> {
    const exchange = new StandInExchange();
    await new Promise<void>((resolve, reject) => {
      exchange.server.once('error', reject).listen(port, host, resolve);
    });
    return exchange;
  }

  knows(notice: Notice): void {
    this.details.set(notice.entry.factId, notice);
    this.entries.set(notice.entry.sequence, notice);
  }

  onDetail({ id }: Notice, script: Script): void {
    this.scripts.set(`detail ${id}`, script);
  }

  onAcknowledgement({ id }: Notice, script: Script): void {
    this.scripts.set(`acknowledgement ${id}`, script);
  }

  askedAbout({ id }: Notice, what: Asked['what']): readonly Asked[] {
    return this.asked.filter((each) => each.what === what && each.id === id);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const atMs = performance.now();
    await readAway(request);
    const { authorization, 'idempotency-key': key } = request.headers;
    const hasToken = authorization?.startsWith('Bearer ') === true;
    const [what, notice] = this.meantBy(request);
    const reply = hasToken ? await this.replyTo(what, notice, request.url) : problem(401, 'token/missing');
    const about = notice === undefined ? {} : { id: notice.id };
    const keyed = typeof key === 'string' ? { idempotencyKey: key } : {};
    this.asked.push({ what, ...about, atMs, hasToken, ...keyed, status: reply.status });
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.body ?? {}));
  }

  private meantBy({ method, url }: IncomingMessage): readonly [Asked['what'], Notice | undefined] {
    const asked = `${String(method)} ${String(url).replace(/\?.*$/, '')}`;
    const [, factId] = DETAIL.exec(asked) ?? [];
    if (factId !== undefined) return ['detail', this.details.get(factId)];
    const [, sequence] = ACKNOWLEDGEMENT.exec(asked) ?? [];
    if (sequence !== undefined) return ['acknowledgement', this.entries.get(Number(sequence))];
    return [asked === 'GET /v1/inbox' ? 'inbox' : 'other', undefined];
  }

  private replyTo(what: Asked['what'], notice: Notice | undefined, url = ''): Promise<Reply> | Reply {
    switch (what) {
      case 'inbox':
        return emptyAfter(url);
      case 'detail':
      case 'acknowledgement':
        return notice ? this.scripted(what, notice) : goneFromSight;
      case 'other':
        return goneFromSight;
    }
  }

  private async scripted(what: 'detail' | 'acknowledgement', notice: Notice): Promise<Reply> {
    const about = `${what} ${notice.id}`;
    const nth = (this.times.get(about) ?? 0) + 1;
    this.times.set(about, nth);
    const reply = await this.scripts.get(about)?.(nth);
    return reply ?? { status: 200, body: what === 'detail' ? detailOf(notice) : acknowledgedOf(notice) };
  }
}
