import { join } from 'node:path';
import { REPOSITORY } from '../../../apps/cli/src/engines/places';
import { FaultGround } from './fault-ground';
import { TEST_MS } from './length';

const planted = join(REPOSITORY, 'test', 'faults', 'engines', 'planted-early-cursor.cjs');

describe('the suites of engine faults themselves', () => {
  let ground: FaultGround;
  beforeAll(async () => {
    ground = await FaultGround.open({
      counts: { 'intake-api': 1, relay: 1, 'view-api': 1 },
      nodeFlags: ['--require', planted],
      settings: { IBEX_PLANTED_IN: REPOSITORY },
    });
  }, 120_000);
  afterAll(() => ground.close(), 60_000);

  it(
    'fail when the cursor moves before the broker has the message',
    async () => {
      const [relay] = ground.split.of('relay');
      await ground.through({
        begin: async () => relay?.kill('SIGKILL'),
        end: async () => relay?.start(),
        lastsMs: 0,
      });
      const faults = await ground.broken();
      expect(faults.filter((fault) => /^I6 .* is not in its topic$/.test(fault)).length).toBeGreaterThan(0);
    },
    TEST_MS,
  );
});
