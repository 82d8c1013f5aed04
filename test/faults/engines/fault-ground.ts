import { setTimeout as pause } from 'node:timers/promises';
import { startSplit } from '../../../apps/cli/src/engines/split';
import type { AppProcess, Split, SplitOptions } from '../../../apps/cli/src/engines/split';
import { AUTHORITIES } from '../load';
import { OUTAGE_MS, WHOLE_WITHIN_MS } from './length';
import { brokenInSplit } from './split-invariants';
import { SplitLoad } from './split-load';
import { arrivedIn, ask, behindOf, logOf, mailboxesOf } from './what-stands';

/** `whileAway`: what is looked at in the midst of it. */
export type Fault = Readonly<{
  begin(): Promise<unknown>;
  whileAway?(): Promise<unknown>;
  end?(): Promise<unknown>;
  lastsMs?: number;
}>;

/** `wholeAgainMs`: from the end of the fault until a new notice was acknowledged, shown and published. */
export type Outcome = Readonly<{ wholeAgainMs: number; answers: Readonly<Record<string, number>> }>;

const BEFORE_MS = 1_000;
const LOOK_MS = 50;

/** A split under load, to which things happen. */
export class FaultGround {
  readonly load: SplitLoad;

  private constructor(readonly split: Split) {
    this.load = new SplitLoad({
      urls: () => split.of('intake-api').map(({ url }) => url),
      tokenFor: (authority) => split.tokenFor(authority, 'placing-practitioner'),
    });
  }

  static async open(options: SplitOptions = {}): Promise<FaultGround> {
    return new FaultGround(await startSplit({ members: AUTHORITIES, ...options }));
  }

  async close(): Promise<void> {
    await this.load.stop();
    await this.split.stopAll();
  }

  get databaseUrl(): string {
    return this.split.engines.postgres?.url ?? this.split.engines.addresses.postgres;
  }

  /** Lets it happen in the midst of load, then waits until all is as before. Throws when that takes too long. */
  async through({ begin, whileAway, end, lastsMs = OUTAGE_MS }: Fault): Promise<Outcome> {
    await this.caughtUp();
    this.load.start();
    await pause(BEFORE_MS);
    this.load.answers();
    const begun = performance.now();
    try {
      await begin();
      await whileAway?.();
      await pause(Math.max(lastsMs - (performance.now() - begun), 0));
    } finally {
      await end?.();
    }
    const wholeAgainMs = await this.untilWhole();
    await this.load.stop();
    return { wholeAgainMs, answers: this.load.answers() };
  }

  /** What is left over of one fault is not to be counted as the next one's. */
  private async caughtUp(): Promise<void> {
    const last = Math.max(-1, ...this.load.calls.map(({ answer }) => answer?.position ?? -1));
    if (last < 0) return;
    const until = performance.now() + 2 * WHOLE_WITHIN_MS;
    for (const { url } of this.views())
      await within(until, 'the views did not catch up', () => this.isShown(url, last));
  }

  private views(): readonly AppProcess[] {
    return this.split.of('view-api').filter(({ isRunning }) => isRunning);
  }

  /** Into the log, onto every view-api that runs, and out to the topic. */
  private async untilWhole(): Promise<number> {
    const begun = performance.now();
    const until = begun + WHOLE_WITHIN_MS;
    const notice = await this.load.one(WHOLE_WITHIN_MS);
    await Promise.all(
      this.views().map(({ url }) =>
        within(until, 'a view-api did not show a new notice', () => this.isShown(url, notice.position)),
      ),
    );
    await within(until, 'a new notice did not reach its topic', () => this.isPublished(notice.id));
    return performance.now() - begun;
  }

  /** An answer of the view-api, or undefined when there was none. */
  async read(url: string, path: string): Promise<Response | undefined> {
    const token = await this.split.tokenFor(AUTHORITIES[0], 'duty-desk');
    try {
      const answer = await fetch(`${url}${path}`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(10_000),
      });
      await answer.body?.cancel();
      return answer;
    } catch {
      return undefined;
    }
  }

  private async isShown(url: string, position: number): Promise<boolean> {
    return (await this.read(url, `/v1/duties?limit=1&atLeast=${position}`))?.status === 200;
  }

  private async isPublished(notice: string): Promise<boolean> {
    const rows = await ask(
      this.databaseUrl,
      `SELECT FROM mailbox_entries e JOIN cursors c ON c.authority = e.authority AND c.channel = 'kafka'
       WHERE e.stream = $1 AND c.sequence >= e.sequence`,
      [`placement-${notice}`],
    );
    return rows.length > 0;
  }

  /** Settles what is unknown, waits until everything is out, and holds it all against what the clients saw. */
  async broken(): Promise<readonly string[]> {
    const { load, split, databaseUrl } = this;
    await load.stop();
    const settled = await load.settle(WHOLE_WITHIN_MS);
    await this.caughtUp();
    await within(
      performance.now() + 2 * WHOLE_WITHIN_MS,
      'the relays did not catch up',
      async () => (await behindOf(databaseUrl)).length === 0,
    );
    const { eventStore, kafka } = split.engines.addresses;
    const standing = {
      log: await logOf(eventStore),
      mailboxes: await mailboxesOf(databaseUrl),
      topics: await arrivedIn(kafka, AUTHORITIES),
    };
    tell(
      `${load.acknowledged} notices acknowledged, ${settled} of them settled at the end by repeating their keys; ${standing.mailboxes.length} entries, ${standing.topics.length} records in the topics`,
    );
    return brokenInSplit(standing, load.calls);
  }
}

/** Asks over and over; what throws is asked again. */
export const within = async (
  until: number,
  otherwise: string,
  ask: () => Promise<boolean>,
): Promise<void> => {
  for (;;) {
    const [answer] = await Promise.allSettled([ask()]);
    if (answer.status === 'fulfilled' && answer.value) return;
    if (performance.now() > until) {
      const why = answer.status === 'rejected' ? `: ${String(answer.reason)}` : '';
      throw new Error(`${otherwise} in time${why}`);
    }
    await pause(LOOK_MS);
  }
};

/** For people who read the output. */
export const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const toldOf = (what: string, { wholeAgainMs, answers }: Outcome): string => {
  const counted = Object.entries(answers).map(([answer, count]) => `${count} x ${answer}`);
  return `${what}: whole again after ${(wholeAgainMs / 1000).toFixed(1)} s; answers meanwhile ${counted.join(', ')}`;
};
