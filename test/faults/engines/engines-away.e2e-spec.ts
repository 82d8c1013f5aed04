import { FaultGround, tell, toldOf } from './fault-ground';
import type { Outcome } from './fault-ground';
import { ROUNDS, TEST_MS } from './length';

/** What a view-api answers from its views, and an inbox. */
const READS = [
  '/v1/registers/placed-here',
  '/v1/duties',
  '/v1/missing-episodes',
  '/v1/inbox',
  '/v1/registers/placed-elsewhere',
];
const FINE = ['201', '503', 'no answer'];

let ground: FaultGround;
beforeAll(async () => {
  ground = await FaultGround.open({ counts: { 'intake-api': 1, relay: 1, 'view-api': 1 } });
}, 120_000);
afterAll(() => ground.close(), 60_000);

const unforeseen = ({ answers }: Outcome): readonly string[] =>
  Object.keys(answers).filter((answer) => !FINE.includes(answer));

const statusesOf = async (paths: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const [view] = ground.split.of('view-api');
  const told = paths.map(async (path) => {
    const answer = await ground.read(view?.url ?? '', path);
    const hasRetry = answer?.headers.has('retry-after') === true;
    return [path, `${answer?.status ?? 'no answer'}${hasRetry ? ', come again' : ''}`] as const;
  });
  return Object.fromEntries(await Promise.all(told));
};
const all = (answer: string): Readonly<Record<string, string>> =>
  Object.fromEntries(READS.map((path) => [path, answer]));

const eachRound = async (what: string, once: () => Promise<Outcome>): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await once();
    tell(toldOf(what, outcome));
    expect(unforeseen(outcome)).toEqual([]);
    outcomes.push(outcome);
  }
  return outcomes;
};

describe('a split whose engines go away under load', () => {
  it(
    'takes notices in and shows them while Kafka is stopped, and publishes them afterwards',
    async () => {
      const { kafka } = ground.split.engines;
      const outcomes = await eachRound('Kafka stopped', () =>
        ground.through({
          begin: async () => kafka?.halt(),
          whileAway: async () => {
            expect(await ground.load.once()).toBe('201');
            expect(await statusesOf(READS)).toEqual(all('200'));
          },
          end: async () => kafka?.start(),
        }),
      );
      for (const { answers } of outcomes) expect(Object.keys(answers)).toEqual(['201']);
    },
    TEST_MS,
  );

  it(
    'publishes on when Kafka is killed and started again',
    async () => {
      const { kafka } = ground.split.engines;
      await eachRound('Kafka killed', () =>
        ground.through({ begin: async () => kafka?.kill(), end: async () => kafka?.start(), lastsMs: 1_000 }),
      );
      expect(await statusesOf(READS)).toEqual(all('200'));
    },
    TEST_MS,
  );

  it(
    'goes on when PostgreSQL is restarted',
    async () => {
      await eachRound('PostgreSQL restarted', () =>
        ground.through({ begin: async () => ground.split.engines.postgres?.restart(), lastsMs: 0 }),
      );
      expect(await statusesOf(READS)).toEqual(all('200'));
    },
    TEST_MS,
  );

  it(
    'says when to come again while PostgreSQL is killed, and goes on when it is back',
    async () => {
      const { postgres } = ground.split.engines;
      await eachRound('PostgreSQL killed', () =>
        ground.through({
          begin: async () => postgres?.kill(),
          whileAway: async () => {
            expect(await ground.load.once()).toBe('503');
            expect(await statusesOf(READS)).toEqual(all('503, come again'));
          },
          end: async () => postgres?.start(),
          lastsMs: 3_000,
        }),
      );
      expect(await statusesOf(READS)).toEqual(all('200'));
    },
    TEST_MS,
  );

  it(
    'says when to come again while the event store is away, and shows what is of no child',
    async () => {
      const store = ground.split.engines.eventStore;
      const outcomes = await eachRound('event store (stand-in) away', () =>
        ground.through({
          begin: async () => store?.kill('SIGKILL'),
          whileAway: async () => {
            expect(await ground.load.once()).toBe('503');
            // a look that cannot be put on record is not given; a list without rows shows nobody
            const answers = await statusesOf(READS);
            expect(answers['/v1/inbox']).toBe('200');
            const fine = ['200', '503, come again'];
            expect(Object.values(answers).filter((answer) => !fine.includes(answer))).toEqual([]);
          },
          end: async () => store?.start(),
        }),
      );
      for (const { answers } of outcomes) expect(answers['503']).toBeGreaterThan(0);
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
