import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenInvariants } from '../invariants';
import type { Call } from '../load';
import { brokenPromises } from './broken-promises';
import { killOverAndOver, prepare, settle } from './killed-over-and-over';
import type { Ground } from './killed-over-and-over';
import { KILLS } from './length';
import { whatWasRecorded } from './what-was-recorded';

const TEST_MS = KILLS * 20_000 + 300_000;
const planted = join(__dirname, 'planted-early-cursor.cjs');

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

describe('a dispatcher that is killed at random moments under load', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-dispatch-'));
  let ground: Ground;
  beforeAll(async () => {
    ground = await prepare(home);
  }, 120_000);
  afterAll(async () => {
    await ground.receivers.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it(
    `brings every entry to every subscriber, in order per child, over ${String(KILLS)} kills`,
    async () => {
      const journal: Call[] = [];
      expect(await killOverAndOver(ground, KILLS, journal)).toEqual([]);
      const { seconds } = await settle(ground, journal);
      const recorded = whatWasRecorded(home);
      const arrivals = await ground.receivers.arrivals();
      expect(brokenInvariants(home, journal)).toEqual([]);
      expect(brokenPromises(recorded, arrivals, ground.subscribed)).toEqual([]);
      const different = new Set(arrivals.map(({ to, id }) => `${to} ${id}`)).size;
      tell(
        `${String(KILLS)} kills: ${String(recorded.entries.length)} entries, ${String(different)} messages to ` +
          `${String(ground.subscribed.length)} subscribers, ${String(arrivals.length - different)} of them repeated, ` +
          `all out ${seconds.toFixed(1)} s after the last start`,
      );
      expect(different).toBeGreaterThan(KILLS * 20);
    },
    TEST_MS,
  );
});

describe('the suite of killed dispatchers itself', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-planted-'));
  let ground: Ground;
  beforeAll(async () => {
    ground = await prepare(home, `--require ${planted}`);
  }, 120_000);
  afterAll(async () => {
    await ground.receivers.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('fails when the cursor moves before the receiver has answered', async () => {
    const journal: Call[] = [];
    const atOnce = await killOverAndOver(ground, 4, journal);
    expect(atOnce.filter((fault) => / D5 /.test(fault)).length).toBeGreaterThan(0);
    const recorded = whatWasRecorded(home);
    const faults = brokenPromises(recorded, await ground.receivers.arrivals(), ground.subscribed);
    expect(faults.filter((fault) => fault.startsWith('D1')).length).toBeGreaterThan(0);
  }, 180_000);
});
