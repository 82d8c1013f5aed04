import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@ibex/kernel';
import type { Doors } from '../../apps/cli/src/exchange/doors';

export type LoadOptions = Readonly<{
  /** All of them; a client goes to the next when one does not answer. */
  doors: () => readonly Doors[];
  tokenFor: (authority: string, role: Role) => Promise<string>;
  from: string;
  host: string;
  everyMs: number;
  newBody: () => object;
}>;

/** `posted`: the record of every placement that was answered with 201. Reads count as failed when no door answered 200. */
export type LoadOutcome = Readonly<{
  posted: readonly string[];
  reads: Readonly<{ answered: number; failed: number }>;
}>;

const TRIES = 60;
const RETRY_MS = 100;
const TIMEOUT_MS = 10_000;

type Asking = Readonly<{ door: (doors: Doors) => string; path: string; init: RequestInit }>;

/** Like a client behind no gateway: the next door when one is shut, and again later when all are. */
const ask = async ({ doors }: LoadOptions, { door, path, init }: Asking): Promise<Response | undefined> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const all = doors();
    const at = all[attempt % all.length];
    const answer = at
      ? await fetch(door(at) + path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
          () => undefined,
        )
      : undefined;
    if (answer && answer.status !== 503) return answer;
    await answer?.body?.cancel();
    await pause(RETRY_MS);
  }
  return undefined;
};

const post = async (options: LoadOptions, number: number): Promise<string> => {
  const token = await options.tokenFor(options.from, 'placing-practitioner');
  const answer = await ask(
    { ...options, doors: () => rotated(options.doors(), number) },
    {
      door: ({ commands }) => commands,
      path: '/v1/placements',
      init: {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(options.newBody()),
      },
    },
  );
  if (answer?.status !== 201) throw new Error(`a placement was answered ${answer?.status ?? 'nowhere'}`);
  return ((await answer.json()) as { recordRef: string }).recordRef;
};

const read = async (options: LoadOptions, number: number): Promise<boolean> => {
  const token = await options.tokenFor(options.host, 'duty-desk');
  const answer = await ask(
    { ...options, doors: () => rotated(options.doors(), number) },
    {
      door: ({ questions }) => questions,
      path: '/v1/registers/placed-here?limit=5',
      init: { headers: { authorization: `Bearer ${token}` } },
    },
  );
  await answer?.body?.cancel();
  return answer?.status === 200;
};

const rotated = <T>(all: readonly T[], by: number): readonly T[] =>
  all.map((_, i) => all[(i + by) % all.length] as T);

/** Posts placements and reads a register, each at its own pace and at every door in turn, until `stop`. */
export const steadyLoad = (options: LoadOptions): Readonly<{ stop(): Promise<LoadOutcome> }> => {
  const posts: Promise<string>[] = [];
  const reads: Promise<boolean>[] = [];
  const running = { yes: true };
  const working = (async () => {
    for (let number = 0; running.yes; number += 1) {
      posts.push(post(options, number));
      if (number % 4 === 0) reads.push(read(options, number));
      await pause(options.everyMs);
    }
  })();
  return {
    stop: async () => {
      running.yes = false;
      await working;
      const posted = await Promise.all(posts);
      const answered = (await Promise.all(reads)).filter(Boolean).length;
      return { posted, reads: { answered, failed: reads.length - answered } };
    },
  };
};
