import type { AppName } from '../../../apps/cli/src/engines/split';
import { FaultGround, tell, toldOf } from './fault-ground';
import type { Fault } from './fault-ground';
import { ROUNDS, TEST_MS } from './length';
import { viewRowsOf } from './what-stands';

/** A killed holder is replaced within ten seconds; the rest is catching up. */
const REPLACED_WITHIN_MS = 15_000;
const FINE = ['201', '503', 'no answer'];

let ground: FaultGround;
beforeAll(async () => {
  ground = await FaultGround.open();
}, 120_000);
afterEach(backAgain, 60_000);
afterAll(() => ground.close(), 60_000);

async function backAgain(): Promise<void> {
  await Promise.all(ground.split.apps.map((app) => app.start()));
}

const killing = (app: AppName, round: number): Fault => {
  const processes = ground.split.of(app);
  const victim = processes[round % processes.length];
  return {
    begin: async () => victim?.kill('SIGKILL'),
    // the others do its work; it comes back only afterwards
    lastsMs: 0,
  };
};

describe('a split whose processes are killed under load', () => {
  it.each(['intake-api', 'relay', 'view-api'] as const)(
    'goes on without one %s, whose work others take over',
    async (app) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const outcome = await ground.through(killing(app, round));
        tell(toldOf(`${app} killed`, outcome));
        expect(Object.keys(outcome.answers).filter((answer) => !FINE.includes(answer))).toEqual([]);
        expect(outcome.wholeAgainMs).toBeLessThan(REPLACED_WITHIN_MS);
        await backAgain();
      }
    },
    TEST_MS,
  );

  it(
    'takes up again when the event store is killed and comes back',
    async () => {
      const store = ground.split.engines.eventStore;
      for (let round = 0; round < ROUNDS; round += 1) {
        const outcome = await ground.through({
          begin: async () => store?.kill('SIGKILL'),
          end: async () => store?.start(),
          lastsMs: 2_000,
        });
        tell(toldOf('event store (stand-in) killed', outcome));
        expect(Object.keys(outcome.answers).filter((answer) => !FINE.includes(answer))).toEqual([]);
      }
    },
    TEST_MS,
  );

  it(
    'has kept every acknowledged notice once, in every mailbox and topic, in order per child',
    async () => {
      expect(await ground.broken()).toEqual([]);
      expect(ground.load.acknowledged).toBeGreaterThan(50);
    },
    TEST_MS,
  );

  it(
    'has views that are the fold of the log',
    async () => {
      const before = await viewRowsOf(ground.databaseUrl);
      expect(Object.keys(before).length).toBeGreaterThanOrEqual(6);
      await rebuildAll();
      expect(await viewRowsOf(ground.databaseUrl)).toEqual(before);
    },
    TEST_MS,
  );
});

const rebuildAll = async (): Promise<void> => {
  const [view] = ground.split.of('view-api');
  const token = await ground.split.tokenFor('E09000007', 'operator');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const listed = await fetch(`${view?.url ?? ''}/v1/views`, { headers });
  const { views } = (await listed.json()) as { views: readonly string[] };
  for (const name of views) {
    const url = `${view?.url ?? ''}/v1/views/${name}/rebuild`;
    const answer = await fetch(url, { method: 'POST', headers, body: '{}' });
    expect({ name, status: answer.status }).toEqual({ name, status: 204 });
  }
};
