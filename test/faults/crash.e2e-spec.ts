import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExchangeUnderTest } from '../support/exchange-under-test';
import { tokensOf } from '../support/tokens';
import { brokenInvariants, viewRows } from './invariants';
import { loadUntil, post } from './load';
import type { Call, TokenFor } from './load';

/** IBEX_FAULT_CYCLES=1000 npm run faults: any number of kills. */
const CYCLES = Number(process.env['IBEX_FAULT_CYCLES'] ?? 50);
const QUIET = { IBEX_LOG_LEVEL: 'silent' };

const tokenFor = (home: string): TokenFor => {
  const issue = tokensOf(home);
  return (authority) => issue(authority, 'placing-practitioner');
};

/** When one more command has been acknowledged: what comes after is under load. */
const firstAnswered = async (journal: readonly Call[]): Promise<void> => {
  const before = journal.length;
  while (!journal.slice(before).some(({ outcome }) => outcome === 'ok')) await sleep(5);
};

/** Starts, loads, kills at a random moment, over and over; everything the clients saw is in the journal. */
const killOverAndOver = async (
  home: string,
  cycles: number,
  environment: Readonly<Record<string, string>> = QUIET,
): Promise<readonly Call[]> => {
  const journal: Call[] = [];
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const exchange = await ExchangeUnderTest.start(home, environment);
    const killed = firstAnswered(journal).then(() => sleep(randomInt(0, 400)).then(() => exchange.kill()));
    await loadUntil(exchange, killed, journal, tokenFor(home));
  }
  return journal;
};

type Standing = Readonly<{ head: number; followers: readonly Readonly<{ position?: number }>[] }>;

/** Views, routers and the matcher, whose book lies beside the views: all have read what the log holds. */
const everybodyHasRead = async (exchange: ExchangeUnderTest, home: string): Promise<boolean> => {
  const token = await tokensOf(home)('E09000007', 'operator');
  const headers = { authorization: `Bearer ${token}` };
  for (let tries = 0; tries < 1_200; tries += 1) {
    const { head, followers } = (await (
      await fetch(`${exchange.url}/v1/views`, { headers })
    ).json()) as Standing;
    if (followers.every(({ position = -1 }) => position >= head)) return true;
    await sleep(100);
  }
  return false;
};

/** Retries what is unknown with the same keys, as a client would, and waits until every follower has caught up. */
const settle = async (exchange: ExchangeUnderTest, journal: readonly Call[], home: string): Promise<void> => {
  const unknown = journal.filter(({ outcome }) => outcome === 'unknown');
  for (let i = 0; i < unknown.length; i += 32)
    await Promise.all(unknown.slice(i, i + 32).map((call) => post(exchange.url, call, tokenFor(home))));
  const last = Math.max(...journal.map(({ answer }) => answer?.position ?? 0));
  const token = await tokensOf(home)('E09000007', 'duty-desk');
  const answer = await fetch(`${exchange.url}/v1/duties?atLeast=${String(last)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([answer.status, await everybodyHasRead(exchange, home)]).toEqual([200, true]);
};

const rebuildAll = async (exchange: ExchangeUnderTest, home: string): Promise<void> => {
  const token = await tokensOf(home)('E09000007', 'operator');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { views } = (await (await fetch(`${exchange.url}/v1/views`, { headers })).json()) as {
    views: readonly string[];
  };
  for (const view of views) {
    const answer = await fetch(`${exchange.url}/v1/views/${view}/rebuild`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    expect(answer.status).toBe(204);
  }
};

describe('an exchange that is killed at random moments under load', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-crash-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it(`keeps every acknowledged command once over ${String(CYCLES)} kills, tells each host once, and its views are the fold of the log`, async () => {
    const journal = await killOverAndOver(home, CYCLES);
    const acknowledged = journal.filter(({ outcome }) => outcome === 'ok').length;
    const exchange = await ExchangeUnderTest.start(home, QUIET);
    await settle(exchange, journal, home);
    await exchange.stop();
    expect(brokenInvariants(home, journal)).toEqual([]);
    process.stdout.write(
      `${String(CYCLES)} kills: ${String(acknowledged)} acknowledged, ${String(journal.length - acknowledged)} unknown and settled by retry\n`,
    );
    expect(acknowledged).toBeGreaterThan(CYCLES);

    const before = viewRows(home);
    const again = await ExchangeUnderTest.start(home, QUIET);
    await rebuildAll(again, home);
    await again.stop();
    expect(Object.keys(before).length).toBeGreaterThanOrEqual(6);
    expect(viewRows(home)).toEqual(before);
  }, 1_800_000);
});

describe('the crash suite itself', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-planted-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('fails when commands are acknowledged before they are on the disk', async () => {
    const planted = {
      ...QUIET,
      NODE_OPTIONS: `--require ${join(__dirname, 'planted-early-acknowledgement.cjs')}`,
    };
    const journal = await killOverAndOver(home, 4, planted);
    const faults = brokenInvariants(home, journal);
    expect(faults.filter((fault) => fault.startsWith('I1')).length).toBeGreaterThan(0);
  }, 120_000);
});
