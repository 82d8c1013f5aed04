import type { Role } from '@ibex/kernel';
import { addressOf, oneDoor } from '../../apps/cli/src/exchange/doors';
import type { Doors } from '../../apps/cli/src/exchange/doors';
import type { IssueToken } from './tokens';

export type Body = Readonly<Record<string, unknown>>;
export type Answer = Readonly<{ status: number; type: string; text: string; body: Body }>;
/** An entry of a mailbox, as the pull feed and the event stream hand it out. */
export type Entry = Readonly<{
  id: string;
  type: string;
  sequence: number;
  data: Readonly<{
    capacity: string;
    urgency: string;
    duty?: string;
    due?: string;
    links: Readonly<{ detail: string; acknowledgement: string }>;
  }>;
}>;

let keys = 0;

/** One authority at a running exchange, in one role. */
export class Desk {
  private readonly doors: Doors;

  constructor(
    at: string | Doors,
    private readonly issue: IssueToken,
    private readonly authority: string,
    private readonly role: Role,
  ) {
    this.doors = typeof at === 'string' ? oneDoor(at) : at;
  }

  async get(path: string, accept = 'application/json'): Promise<Answer> {
    return this.ask(path, { headers: { accept } });
  }

  async post(path: string, body: object, key?: string): Promise<Answer> {
    keys += 1;
    const headers = { 'content-type': 'application/json', 'idempotency-key': key ?? `key-${String(keys)}` };
    return this.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** The entry of that type after a number; waits for it as a duty desk would. */
  async entryOf(type: string, after = 0): Promise<Entry> {
    for (let next = after; ;) {
      const { body } = await this.get(`/v1/inbox?after=${String(next)}&wait=10`);
      const entries = body['entries'] as readonly Entry[];
      const found = entries.find((entry) => entry.type === `uk.ibex.${type}`);
      if (found) return found;
      if (entries.length === 0) throw new Error(`${this.authority} was not told ${type}`);
      next = entries.at(-1)?.sequence ?? next;
    }
  }

  /** Opens the event stream, from after the last event that the desk has. */
  async listen(lastEventId?: number): Promise<Listening> {
    const gone = new AbortController();
    const resume: Record<string, string> =
      lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) };
    const headers = { authorization: `Bearer ${await this.token()}`, ...resume };
    const answer = await fetch(addressOf(this.doors, 'GET', '/v1/inbox/stream'), {
      headers,
      signal: gone.signal,
    });
    if (answer.status !== 200 || !answer.body) throw new Error(`no event stream: ${String(answer.status)}`);
    return new Listening(answer.body, () => gone.abort());
  }

  private token(): Promise<string> {
    return this.issue(this.authority, this.role);
  }

  private async ask(path: string, asked: RequestInit): Promise<Answer> {
    const headers = new Headers(asked.headers);
    headers.set('authorization', `Bearer ${await this.token()}`);
    const answer = await fetch(addressOf(this.doors, asked.method ?? 'GET', path), { ...asked, headers });
    const text = await answer.text();
    const body = text.startsWith('{') ? (JSON.parse(text) as Body) : {};
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text, body };
  }
}

/** An open event stream: events one after the other. */
export class Listening {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private readonly decoder = new TextDecoder();
  private rest = '';

  constructor(
    body: AsyncIterable<Uint8Array>,
    readonly hangUp: () => void,
  ) {
    this.chunks = body[Symbol.asyncIterator]();
  }

  /** The next event; its `id` line has to be the number of its entry. */
  async next(): Promise<Entry> {
    for (;;) {
      const end = this.rest.indexOf('\n\n');
      if (end < 0) {
        const chunk = await this.chunks.next();
        if (chunk.done === true) throw new Error('the event stream ended');
        this.rest += this.decoder.decode(chunk.value, { stream: true });
        continue;
      }
      const block = this.rest.slice(0, end);
      this.rest = this.rest.slice(end + 2);
      const data = /^data: (.*)$/m.exec(block)?.[1];
      // a sign of life is no entry
      if (data === undefined || block.includes('event: uk.ibex.heartbeat')) continue;
      const entry = JSON.parse(data) as Entry;
      if (!block.includes(`id: ${String(entry.sequence)}\n`)) throw new Error('the event has another id');
      return entry;
    }
  }
}

/** Asks again until something holds, for what is recorded a moment after the answer. */
export const eventually = async <T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> => {
  const until = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer) || Date.now() > until) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
