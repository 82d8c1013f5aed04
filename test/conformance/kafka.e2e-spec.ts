import { join } from 'node:path';
import { KafkaAdmin, planTopics, DEFAULT_TOPIC_RULES, topicOf } from '@ibex/adapters/kafka';
import { playConformance } from '@ibex/conformance';
import type { ConformanceOptions, Report } from '@ibex/conformance';
import { startKafkaServer, temporaryFolders } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { freePort } from './free-port';
import { RunningReceiver } from './running-receiver';

const folder = temporaryFolders();
const receivers: RunningReceiver[] = [];
let kafka: KafkaServer;
beforeAll(async () => {
  const soon = ['group.initial.rebalance.delay.ms=0', 'group.min.session.timeout.ms=1000'];
  kafka = await startKafkaServer('--listeners', 'plaintext', ...soon.flatMap((each) => ['--set', each]));
}, 60_000);
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((each) => each.stop()));
});
afterAll(async () => {
  await kafka.stop();
});

const brokers = (): string => kafka.at('plaintext');
const connection = (): Readonly<{ brokers: readonly string[]; clientId: string }> => ({
  brokers: [brokers()],
  clientId: 'conformance',
});
const GROUP = 'borough';
const QUICK = { pauseMs: 200, burst: 80, settleMs: 8_000, patienceMs: 8_000 } as const;

const topicFor = async (authority: string): Promise<string> => {
  const admin = await KafkaAdmin.connect(connection());
  try {
    const rules = { ...DEFAULT_TOPIC_RULES, partitions: 3, replicationFactor: 1, minInsyncReplicas: 1 };
    await admin.apply(planTopics([authority], await admin.existing([topicOf(authority)]), rules, []), {
      prune: false,
    });
  } finally {
    admin.close();
  }
  return topicOf(authority);
};

const started = async (script: string, given: readonly string[]): Promise<RunningReceiver> => {
  const receiver = await RunningReceiver.start(script, () => given);
  receivers.push(receiver);
  return receiver;
};

const played = (topic: string, effects: string, options: Partial<ConformanceOptions> = {}): Promise<Report> =>
  playConformance({
    target: { kafka: { connection: connection(), topic, group: GROUP } },
    ...{ effects: { file: effects }, seed: topic },
    ...QUICK,
    ...options,
  });

const failing = ({ scenarios }: Report): readonly string[] =>
  scenarios.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);

describe('a consumer on the SDK', () => {
  it('passes everything: spoilt records, a rebalance, a busy exchange, a cut of power amid sixty', async () => {
    const [home, authority, port] = [folder(), 'on-the-sdk', await freePort()];
    const topic = await topicFor(authority);
    const exchange = `http://127.0.0.1:${String(port)}`;
    const script = '../support/sdk/kafka-process.ts';
    const receiver = await started(script, [home, brokers(), authority, GROUP, exchange]);
    receiver.keepUp();
    const report = await played(topic, join(home, 'effects.jsonl'), {
      ...{ settleMs: 30_000, patienceMs: 60_000, burst: 500, exchange: { port } },
      restartCommand: `kill -9 ${String(receiver.pid)}`,
    });
    const unlike = report.scenarios.filter(({ verdict }) => verdict !== 'pass');
    expect(unlike.map(({ name, reasons }) => [name, ...reasons])).toEqual([]);
    expect(report).toMatchObject({ verdict: 'passed', target: { brokers: brokers(), topic } });
  }, 400_000);
});

type Forgotten = Readonly<{
  fault: string;
  fails: readonly string[];
  mayFail?: readonly string[];
  /** Whatever is played after this one may fail, too. */
  mayFailAfter?: string;
}>;

const namesAfter = (first: string | undefined, { scenarios }: Report): readonly string[] => {
  const names = scenarios.map(({ name }) => name);
  return first === undefined ? [] : names.slice(names.indexOf(first) + 1);
};

/** What was forgotten, and the scenarios that must tell. */
const FORGOTTEN: readonly Forgotten[] = [
  { fault: 'nothing', fails: [] },
  // what comes again with a rebalance depends on what had been committed just before
  { fault: 'no-dedupe', fails: ['duplicate-later'], mayFail: ['rebalance'] },
  { fault: 'binary-only', fails: ['mode-structured'] },
  { fault: 'reorders', fails: ['order-per-child', 'pause-and-burst', 'rebalance'] },
  // who is stuck may not come to what else is in that partition, whichever scenario it is of
  { fault: 'stuck-on-poison', fails: ['poison-record'], mayFailAfter: 'poison-record' },
  { fault: 'dies-on-rebalance', fails: ['rebalance'] },
];

describe('a consumer written by hand', () => {
  it.each(FORGOTTEN)(
    'that forgot $fault fails for that and for nothing else',
    async ({ fault, fails, mayFail = [], mayFailAfter }) => {
      const topic = await topicFor(`by-hand-${fault}`);
      const effects = join(folder(), 'effects.jsonl');
      await started('plain.consumer.ts', [brokers(), topic, GROUP, effects, fault]);
      const report = await played(topic, effects);
      const pardoned = [...mayFail, ...namesAfter(mayFailAfter, report)];
      expect(
        failing(report)
          .filter((name) => !pardoned.includes(name))
          .toSorted(),
      ).toEqual([...fails].sort());
    },
    300_000,
  );
});
