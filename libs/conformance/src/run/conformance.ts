import { EffectsWatch } from '../effects/effects-watch';
import { effectsAt, effectsInFile } from '../effects/effects-source';
import { StandInExchange } from '../exchange/stand-in-exchange';
import { overallOf } from '../judging/overall';
import { KafkaLine } from '../lines/kafka-line';
import type { KafkaTarget } from '../lines/kafka-line';
import { WebhookLine } from '../lines/webhook-line';
import type { WebhookTarget } from '../lines/webhook-line';
import { InventedNotices } from '../notices/invented-notices';
import { Seed } from '../notices/seed';
import { KIT_VERSION, summedUp } from '../report/report';
import type { Judged, Report } from '../report/report';
import { SCENARIOS } from '../scenarios/catalogue';
import { Run } from './play';
import { commandOf } from './restart';
import type { Setup } from './stage';

export type ConformanceOptions = Readonly<{
  target: Readonly<{ webhook: WebhookTarget }> | Readonly<{ kafka: KafkaTarget }>;
  effects?: Readonly<{ file: string }> | Readonly<{ url: URL }>;
  /** A stand-in exchange for the receiver, here. */
  exchange?: Readonly<{ port: number; host?: string }>;
  /** Run by the shell: ends the receiver at once and starts it again. */
  restartCommand?: string;
  seed: string;
  /** Names of scenarios to play, instead of all. The rest is not judged, so that such a run is not passed. */
  only?: readonly string[];
  pauseMs?: number;
  burst?: number;
  settleMs?: number;
  patienceMs?: number;
  /** Told as the run goes on, before what it did is judged. */
  onPlayed?: (name: string) => void;
}>;

const USUAL = { pauseMs: 10_000, burst: 500, settleMs: 20_000, patienceMs: 60_000 } as const;

const effectsOf = ({ effects }: ConformanceOptions): EffectsWatch | undefined => {
  if (effects === undefined) return undefined;
  return new EffectsWatch('file' in effects ? effectsInFile(effects.file) : effectsAt(effects.url));
};

const seenBy = ({ effects }: ConformanceOptions): Report['effects'] => {
  if (effects === undefined) return 'none';
  return 'file' in effects ? 'file' : 'url';
};

const setupOf = (options: ConformanceOptions): Setup => {
  const { target, restartCommand, exchange } = options;
  return {
    ...{ ...USUAL, ...numbersOf(options) },
    secrets: 'webhook' in target ? target.webhook.secrets : [],
    hasExchange: exchange !== undefined,
    canJoinGroup: 'kafka' in target && new KafkaLine(target.kafka).canJoin,
    ...(restartCommand === undefined ? {} : { restart: commandOf(restartCommand) }),
  };
};

const numbersOf = (options: ConformanceOptions): Partial<typeof USUAL> => {
  const { pauseMs, burst, settleMs, patienceMs } = options;
  return Object.fromEntries(
    Object.entries({ pauseMs, burst, settleMs, patienceMs }).filter(([, value]) => value !== undefined),
  );
};

const targetOf = ({ target }: ConformanceOptions): Report['target'] => {
  if ('webhook' in target) {
    const { protocol, host } = target.webhook.url;
    return { webhook: `${protocol}//${host}` };
  }
  const { connection, topic } = target.kafka;
  return { brokers: connection.brokers.join(','), topic };
};

const lineTo = ({ target }: ConformanceOptions): WebhookLine | KafkaLine => {
  if ('kafka' in target) return new KafkaLine(target.kafka);
  // with one secret at a time, as between rotations
  return new WebhookLine({ ...target.webhook, secrets: target.webhook.secrets.slice(0, 1) });
};

const exchangeOf = async ({ exchange }: ConformanceOptions): Promise<StandInExchange | undefined> =>
  exchange && StandInExchange.listen(exchange.port, exchange.host);

/** Everything judged: the scenarios, and what holds for all answers of a webhook. */
const judgedOn = async (run: Run, options: ConformanceOptions): Promise<readonly Judged[]> => {
  const { only, target } = options;
  await run.play(SCENARIOS, ({ name }) => only?.includes(name) ?? true);
  const overall = 'webhook' in target ? overallOf(run.answers, target.webhook) : [];
  return [...(await run.verdicts()), ...overall];
};

/** Plays every scenario that can be played, and judges what came of it. Throws where effects or port cannot be had. */
export const playConformance = async (options: ConformanceOptions): Promise<Report> => {
  const playedAt = new Date().toISOString();
  const setup = setupOf(options);
  const effects = effectsOf(options);
  await effects?.begin();
  const line = lineTo(options);
  const exchange = await exchangeOf(options);
  const seed = new Seed(options.seed);
  const ends = { ...(effects ? { effects } : {}), ...(exchange ? { exchange } : {}) };
  const notices = new InventedNotices(seed, playedAt);
  const run = new Run({ line, setup, seed, notices, ...ends }, options.onPlayed);
  try {
    const summed = summedUp(await judgedOn(run, options));
    return {
      kit: { name: 'ibex conformance', version: KIT_VERSION },
      ...{ playedAt, endedAt: new Date().toISOString(), seed: options.seed, target: targetOf(options) },
      ...{ effects: seenBy(options), exchange: exchange ? 'stand-in' : 'none' },
      ...summed,
    };
  } finally {
    line.close();
    await exchange?.close();
  }
};
