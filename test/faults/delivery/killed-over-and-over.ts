import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExchangeUnderTest } from '../../support/exchange-under-test';
import { Receivers } from '../../support/receivers/receivers';
import { tokensOf } from '../../support/tokens';
import type { Call, TokenFor } from '../load';
import { post } from '../load';
import { brokenAnytime, isAllOut } from './broken-promises';
import { subscribeAll } from './subscribed';
import type { Subscribed } from './subscribed';
import { tellUntil } from './told-load';
import { entriesOf, whatWasRecorded } from './what-was-recorded';

const KILLED_WITHIN_MS = 900;
const LOOK_MS = 50;
const SETTLES_WITHIN_MS = 180_000;

export type Ground = Readonly<{
  home: string;
  receivers: Receivers;
  subscribed: readonly Subscribed[];
  environment: Readonly<Record<string, string>>;
}>;

const tokenFor = (home: string): TokenFor => {
  const issue = tokensOf(home);
  return (authority) => issue(authority, 'duty-desk', 'placing-practitioner');
};

/** Receivers, and an exchange's folder in which every borough has its subscriptions. `flags`: of node. */
export const prepare = async (home: string, ...flags: readonly string[]): Promise<Ground> => {
  const receivers = await Receivers.start();
  await receivers.behave('stumbling', 'stumbles');
  const environment = { IBEX_LOG_LEVEL: 'silent', ...receivers.environment(...flags) };
  const exchange = await ExchangeUnderTest.start(home, environment);
  try {
    return { home, receivers, environment, subscribed: await subscribeAll(exchange.url, tokenFor(home)) };
  } finally {
    await exchange.stop();
  }
};

/** When one more command has been acknowledged: what comes after is under load. */
const firstAnswered = async (journal: readonly Call[]): Promise<void> => {
  const before = journal.length;
  while (!journal.slice(before).some(({ outcome }) => outcome === 'ok')) await sleep(5);
};

/** A life of the exchange, ended by SIGKILL at a random moment; what does not hold right afterwards. */
const oneLife = async (ground: Ground, journal: Call[]): Promise<readonly string[]> => {
  const { home, receivers, subscribed, environment } = ground;
  const exchange = await ExchangeUnderTest.start(home, environment);
  const killed = firstAnswered(journal)
    .then(() => sleep(randomInt(KILLED_WITHIN_MS)))
    .then(() => exchange.kill());
  await tellUntil(exchange.url, killed, journal, tokenFor(home));
  const recorded = whatWasRecorded(home);
  return brokenAnytime(recorded, await receivers.arrivals(), subscribed);
};

/** Starts, loads and kills so many times. */
export const killOverAndOver = async (
  ground: Ground,
  kills: number,
  journal: Call[],
): Promise<readonly string[]> => {
  const broken: string[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const faults = await oneLife(ground, journal);
    broken.push(...faults.map((fault) => `after kill ${String(kill)}: ${fault}`));
  }
  return broken;
};

/** Retries what is unknown with the same keys, as a client would, and waits until everything that was recorded is out. */
export const settle = async (
  { home, receivers, subscribed, environment }: Ground,
  journal: readonly Call[],
): Promise<Readonly<{ seconds: number }>> => {
  const exchange = await ExchangeUnderTest.start(home, environment);
  try {
    const begun = performance.now();
    const unknown = journal.filter(({ outcome }) => outcome === 'unknown');
    for (const call of unknown) await post(exchange.url, call, tokenFor(home));
    await caughtUp(exchange.url, journal, home);
    const until = performance.now() + SETTLES_WITHIN_MS;
    while (!isAllOut(entriesOf(home), await receivers.count(), subscribed)) {
      if (performance.now() > until) break;
      await sleep(LOOK_MS);
    }
    return { seconds: (performance.now() - begun) / 1000 };
  } finally {
    // in good order: what was taken is put on record before it ends
    await exchange.stop();
  }
};

/** When every follower of the log, routers too, has handled all that was acknowledged. */
const caughtUp = async (url: string, journal: readonly Call[], home: string): Promise<void> => {
  const last = Math.max(...journal.map(({ answer }) => answer?.position ?? 0));
  const token = await tokensOf(home)('E09000007', 'duty-desk');
  const headers = { authorization: `Bearer ${token}` };
  const until = performance.now() + SETTLES_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`${url}/v1/duties?limit=1&atLeast=${String(last)}`, { headers });
    await answer.body?.cancel();
    if (answer.status === 200 || performance.now() > until) return;
  }
};
