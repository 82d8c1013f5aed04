import { FaultGround, tell, toldOf } from './fault-ground';
import { ROUNDS, TEST_MS } from './length';

const FINE = ['201', '503', 'no answer'];
/** Appends in a row that each fault meets. */
const TIMES = 8;

let ground: FaultGround;
beforeAll(async () => {
  ground = await FaultGround.open({ counts: { 'intake-api': 1, relay: 1, 'view-api': 1 } });
}, 120_000);
afterAll(() => ground.close(), 60_000);

/** Of the stand-in, see its control port. */
const order = async (path: string): Promise<void> => {
  const answer = await fetch(`${ground.split.engines.eventStore?.controlUrl ?? ''}${path}`, {
    method: 'POST',
  });
  expect({ path, status: answer.status }).toEqual({ path, status: 204 });
};

const STEPS = [
  ['before a commit', `/append/drop-before-commit?times=${TIMES}`],
  ['after a commit and before its answer', `/append/drop-after-commit?times=${TIMES}`],
  ['by an answer that is late', `/append/late?times=${TIMES}&ms=3000`],
  ['by one that does not lead any more', `/append/not-leader?times=${TIMES}`],
  ['by one that is too busy', `/append/too-busy?times=${TIMES}`],
  ['by one that gives up', `/append/timed-out?times=${TIMES}`],
  ['as its subscriptions are ended', '/kill-subscriptions'],
  ['as every connection is cut', '/cut-connections'],
  ['by deliveries that come twice', '/duplicates?on=true'],
  ['by reads that have to find the leader', `/not-leader-reads?times=${TIMES}`],
] as const;

describe('a split whose event store (a stand-in) is cut off at each step', () => {
  it.each(STEPS)(
    'goes on when it is cut %s',
    async (step, path) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const outcome = await ground.through({
          begin: () => order(path),
          end: () => order('/clear'),
          lastsMs: 1_500,
        });
        tell(toldOf(`event store (stand-in) cut ${step}`, outcome));
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
});
