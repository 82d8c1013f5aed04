import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { addDays, londonDateOf } from '@ibex/kernel';
import { SystemClock } from '@ibex/runtime';
import type { Tokens } from '../tokens';
import { READS_A_SECOND, WRITES_A_SECOND } from './effort';
import { childOf, hostOf, ownerOf } from './made-child';
import type { Read } from './reads';

type Answered = Readonly<{ status: number; tookMs: number; body: string }>;
export type Load = Readonly<{
  url: string;
  seconds: number;
  children: number;
  writers: Tokens;
  ask(n: number): Read;
}>;

export const send = (
  url: string,
  agent: Agent,
  { method, path, headers, body }: Read,
  dueMs: number,
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const out = request(new URL(path, url), { method, agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, tookMs: performance.now() - dueMs, body: text }),
      );
    });
    out.on('error', reject);
    out.end(body);
  });

const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Spread evenly, in no rhythm: people and systems do not ask at the same millisecond fifty times a second. */
const momentOf = (turn: number, kind: number): number => turn + ((turn * GOLDEN + kind / Math.E) % 1);

/**
 * At a fixed rate whatever the answers do, each at a moment of its own within its share of a second: latency counts from
 * when a request was due. `kind`: different for what comes beside, so that neither waits for the other in step.
 */
export const atRate = async <T>(
  { perSecond, seconds, kind = 0 }: Readonly<{ perSecond: number; seconds: number; kind?: number }>,
  one: (turn: number, dueMs: number) => Promise<T>,
): Promise<readonly T[]> => {
  const begun = performance.now();
  const sent: Promise<T>[] = [];
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    const dueMs = begun + (momentOf(turn, kind) * 1000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    sent.push(one(turn, dueMs));
  }
  return Promise.all(sent);
};

/** A further placement of a child that the exchange knows. */
export const writing = (n: number, writers: Tokens): Read => {
  const startsOn = addDays(londonDateOf(new SystemClock().now()), 1);
  const body = {
    ...{ child: childOf(n), notice: 'planned', startsOn, host: hostOf(n, 5), carePlan: 'supplied' },
    ...{ assessment: 'supplied', placementType: 'U6', provider: 'PR4', legalStatus: 'C2' },
  };
  return {
    method: 'POST',
    path: '/v1/placements',
    headers: {
      authorization: `Bearer ${writers.get(ownerOf(n)) ?? ''}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  };
};

const faultIn = (answers: readonly Answered[]): Answered | undefined =>
  answers.find(({ status }) => status !== 200 && status !== 201);

/** A prime, so that the children are gone through in no order of theirs. */
const STRIDE = 7919;
let turns = 0;

/** Times of the reads, while as many writes arrive. Throws when anything was answered but with what it asked for. */
export const readTimes = async ({
  url,
  seconds,
  children,
  writers,
  ask,
}: Load): Promise<readonly number[]> => {
  const agents = [0, 1].map(() => new Agent({ keepAlive: true, maxSockets: 64 }));
  const [reader, writer] = agents;
  turns += 1;
  const childAt = (turn: number): number => ((turns * 1009 + turn) * STRIDE) % children;
  try {
    const [reads, writes] = await Promise.all([
      atRate({ perSecond: READS_A_SECOND, seconds }, (turn, due) =>
        send(url, reader ?? new Agent(), ask(childAt(turn)), due),
      ),
      atRate({ perSecond: WRITES_A_SECOND, seconds, kind: 1 }, (turn, due) =>
        send(url, writer ?? new Agent(), writing(childAt(turn + 3), writers), due),
      ),
    ]);
    const fault = faultIn(reads) ?? faultIn(writes);
    if (fault) throw new Error(`answered ${String(fault.status)}: ${fault.body.slice(0, 300)}`);
    return reads.map(({ tookMs }) => tookMs);
  } finally {
    for (const agent of agents) agent.destroy();
  }
};
