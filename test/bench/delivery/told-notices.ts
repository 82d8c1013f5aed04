import { randomInt, randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { inventedChild } from '../../support/invented-child';
import { placementNotice, requestOf } from '../notices';
import { send } from '../open-loop';
import type { Sent } from '../open-loop';
import type { Tokens } from '../tokens';

export const LONDON: readonly string[] = Array.from(
  { length: 33 },
  (_, i) => `E090000${String(i + 1).padStart(2, '0')}`,
);

/** So many that few of them are the same. */
const CHILDREN = 100_000;

export type Lane = 'urgent' | 'standard';
/** A notice to be posted so many milliseconds after the beginning, by whom and for whom. */
export type Planned = Readonly<{
  afterMs: number;
  lane: Lane;
  from: string;
  host: string;
  path: string;
  body: string;
}>;
export type Posted = Sent & Pick<Planned, 'lane' | 'from' | 'host'>;

const borough = (turn: number): string => LONDON[turn % LONDON.length] ?? '';
let turn = 0;

const placement = (afterMs: number): Planned => {
  turn += 1;
  return { ...placementNotice(turn), afterMs, lane: 'standard', path: '/v1/placements' };
};

/** By one borough, of a child of its own, in another's area. */
export const placementFrom = (from: string, host: string, afterMs: number): Planned => {
  const planned = placement(afterMs);
  return { ...planned, from, host, body: JSON.stringify({ ...JSON.parse(planned.body), host }) };
};

/** A child nobody has told of before is missing from `host`. */
export const missingFrom = (from: string, host: string, afterMs: number): Planned => {
  const body = JSON.stringify({
    child: { localId: randomUUID().slice(0, 13), ...inventedChild(randomInt(CHILDREN)) },
    ...{ kind: 'M', from: 'care', host, risk: 'high' },
    lastSeen: { at: new Date(Date.now() - 3_600_000).toISOString() },
    ...{ description: 'Red cap', lastSeenPlace: 'At the station' },
  });
  return { afterMs, lane: 'urgent', from, host, path: '/v1/missing-episodes', body };
};

/** One in ten is of a missing child, the others are placements; every borough tells and is told. */
export const mixedNotices = (perSecond: number, seconds: number): readonly Planned[] =>
  Array.from({ length: perSecond * seconds }, (_, i) => {
    const afterMs = (i * 1000) / perSecond;
    return i % 10 === 9 ? missingFrom(borough(i), borough(i + 1 + (i % 31)), afterMs) : placement(afterMs);
  });

/** Posts each when it is due, whatever the answers do; times are those of `performance.now()`. */
export const postAll = async (
  url: string,
  plan: readonly Planned[],
  tokens: Tokens,
): Promise<readonly Posted[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const begun = performance.now();
  const posted: Promise<Posted | Error>[] = [];
  for (const { afterMs, lane, from, host, path, body } of [...plan].sort((a, b) => a.afterMs - b.afterMs)) {
    const waitMs = begun + afterMs - performance.now();
    if (waitMs > 0) await pause(waitMs);
    const asked = { ...requestOf({ from, host, body }, tokens.get(from) ?? ''), path };
    const sent = send(url, agent, begun + afterMs, asked);
    posted.push(sent.then((one) => ({ ...one, lane, from, host })).catch((fault: unknown) => fault as Error));
  }
  const all = await Promise.all(posted);
  agent.destroy();
  const fault = all.find((one) => one instanceof Error);
  if (fault) throw fault;
  return all as readonly Posted[];
};
