import { FaultProxy } from '../../support/engines/fault-proxy';
import type { Fault as LineFault } from '../../support/engines/fault-proxy';
import { FaultGround, tell, toldOf } from './fault-ground';
import { OUTAGE_MS, ROUNDS, TEST_MS } from './length';

const FINE = ['201', '503', 'no answer'];
const ENGINES = ['eventStore', 'postgres', 'kafka'] as const;
type Engine = (typeof ENGINES)[number];

let lines: Readonly<Record<Engine, FaultProxy>>;
let ground: FaultGround;
beforeAll(async () => {
  const [eventStore, postgres, kafka] = await Promise.all(ENGINES.map(() => FaultProxy.open()));
  if (!eventStore || !postgres || !kafka) throw new Error('a proxy per engine');
  lines = { eventStore, postgres, kafka };
  ground = await FaultGround.open({
    counts: { 'intake-api': 1, relay: 1, 'view-api': 1 },
    between: lines,
  });
}, 120_000);
afterAll(async () => {
  await ground.close();
  await Promise.all(Object.values(lines).map((line) => line.close()));
}, 60_000);

/** In the long form longer than any of the clients waits for an answer. */
const HOLE_MS = OUTAGE_MS / 2;
const FAULTS: readonly (readonly [string, LineFault, lastsMs: number])[] = [
  ['is slow', { kind: 'latency', ms: 40 }, 3_000],
  ['is reset', { kind: 'reset' }, 2_000],
  ['leads nowhere', { kind: 'blackhole' }, HOLE_MS],
  ['is cut in the midst of what it carries', { kind: 'cut-after', bytes: 3_000, way: 'to-engine' }, 1_500],
];
const NAMES: Readonly<Record<Engine, string>> = {
  eventStore: 'event store (stand-in)',
  postgres: 'PostgreSQL',
  kafka: 'Kafka',
};
const CASES = ENGINES.flatMap((engine) =>
  FAULTS.map(([what, fault, lastsMs]) => ({ engine: NAMES[engine], what, on: engine, fault, lastsMs })),
);

describe('a split whose lines to its engines are bad', () => {
  it.each(CASES)(
    'goes on when the line to $engine $what',
    async ({ engine, what, on, fault, lastsMs }) => {
      const line = lines[on];
      for (let round = 0; round < ROUNDS; round += 1) {
        const outcome = await ground.through({
          begin: () => line.behave(fault),
          end: () => line.behave({ kind: 'none' }),
          lastsMs,
        });
        tell(toldOf(`line to ${engine} ${what}`, outcome));
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
