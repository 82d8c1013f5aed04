import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newCall } from '../load';
import type { Call } from '../load';

type Post = Readonly<{ urls: () => readonly string[]; tokenFor: (authority: string) => Promise<string> }>;
type Told = Readonly<{ id: string; position: number; receipt: string }>;

const GIVEN_UP_AFTER_MS = 30_000;
const BETWEEN_NOTICES_MS = 25;
const BEFORE_REPEAT_MS = 150;
const WIDTH = 6;

const nameOf = (answer: Response): string => {
  const isPolite = answer.status !== 503 || answer.headers.has('retry-after');
  return `${answer.status}${isPolite ? '' : ' without Retry-After'}`;
};

/**
 * Clients that post one notice after the other to any intake-api, and repeat what was not answered with the same key, as
 * a case system would. Everything they saw is kept.
 */
export class SplitLoad {
  readonly calls: Call[] = [];
  private readonly seen = new Map<string, number>();
  private running: Promise<unknown> | undefined;
  private stopping = new AbortController();

  constructor(private readonly to: Post) {}

  start(): void {
    if (this.running) return;
    this.stopping = new AbortController();
    this.running = Promise.all(Array.from({ length: WIDTH }, () => this.client(this.stopping.signal)));
  }

  /** What is not answered by now stays unknown. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
  }

  /** How often each kind of answer came since this was last asked. */
  answers(): Readonly<Record<string, number>> {
    const counted = Object.fromEntries([...this.seen].sort());
    this.seen.clear();
    return counted;
  }

  get acknowledged(): number {
    return this.calls.filter(({ outcome }) => outcome === 'ok').length;
  }

  /** One more notice, posted until it is acknowledged. Throws when that takes longer. */
  async one(withinMs: number): Promise<Told & Readonly<{ host: string }>> {
    const call = newCall();
    this.calls.push(call);
    await this.repeat(call, performance.now() + withinMs);
    if (!call.answer) throw new Error(`a notice was not acknowledged within ${withinMs} ms`);
    return { ...call.answer, host: call.host };
  }

  /** One more notice, posted a single time; what a client hears. What stays unknown is settled at the end. */
  async once(): Promise<string> {
    const call = newCall();
    this.calls.push(call);
    return this.post(call);
  }

  /** Repeats what is unknown under the same keys until each is answered. Throws when that takes longer. */
  async settle(withinMs: number): Promise<number> {
    const unknown = this.calls.filter(({ outcome }) => outcome === 'unknown');
    const until = performance.now() + withinMs;
    for (let from = 0; from < unknown.length; from += WIDTH)
      await Promise.all(unknown.slice(from, from + WIDTH).map((call) => this.repeat(call, until)));
    const left = unknown.filter(({ outcome }) => outcome === 'unknown').length;
    if (left > 0) throw new Error(`${left} commands were still not answered after ${withinMs} ms`);
    return unknown.length;
  }

  private async client(stopping: AbortSignal): Promise<void> {
    const isOver = (): boolean => stopping.aborted;
    while (!isOver()) {
      const call = newCall();
      this.calls.push(call);
      for (let attempt = 1; (await this.post(call)) !== '201'; attempt += 1) {
        if (isOver()) break;
        await pause(BEFORE_REPEAT_MS * Math.min(attempt, 5));
      }
      await pause(BETWEEN_NOTICES_MS);
    }
  }

  private async repeat(call: Call, until: number): Promise<void> {
    while ((await this.post(call)) !== '201' && performance.now() < until) await pause(BEFORE_REPEAT_MS);
  }

  private async post(call: Call): Promise<string> {
    const heard = await this.send(call).catch(() => 'no answer');
    this.seen.set(heard, (this.seen.get(heard) ?? 0) + 1);
    return heard;
  }

  private async send(call: Call): Promise<string> {
    const urls = this.to.urls();
    const answer = await fetch(`${urls[randomInt(urls.length)] ?? ''}/v1/placements`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await this.to.tokenFor(call.authority)}`,
        'content-type': 'application/json',
        'idempotency-key': call.key,
      },
      body: JSON.stringify(call.body),
      signal: AbortSignal.timeout(GIVEN_UP_AFTER_MS),
    });
    const told = (await answer.json()) as Told;
    if (answer.status === 201) {
      call.outcome = 'ok';
      call.answer = { id: told.id, position: told.position, receipt: told.receipt };
    }
    return nameOf(answer);
  }
}
