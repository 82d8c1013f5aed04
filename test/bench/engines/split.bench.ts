import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@ibex/kernel';
import { APPS, startSplit } from '../../../apps/cli/src/engines/split';
import type { Split } from '../../../apps/cli/src/engines/split';
import { postFor } from '../closed-loop';
import { median } from '../figure';
import type { Figure } from '../figure';
import { listenToAll } from '../listeners';
import { EXCHANGE, startMeasured } from '../measured-process';
import type { MeasuredProcess } from '../measured-process';
import { sendAt } from '../open-loop';
import type { Sent } from '../open-loop';
import { percentile } from '../report';
import { tokensIn } from '../tokens';
import type { Tokens } from '../tokens';
import { listenOnKafka } from './bus-listener';
import type { Effort } from './effort';
import { told } from './told';
import { LONDON } from './waiting-entries';

const PER_SECOND = 50;
const ARRIVES_WITHIN_MS = 20_000;
const MEBIBYTE = 2 ** 20;

type Ear = Readonly<{ at(detail: string): number | undefined }>;
type Latency = Readonly<{ p50: number; p99: number; answerP50: number }>;
type Embedded = Readonly<{ exchange: MeasuredProcess; tokens: Tokens; desks: Tokens }>;

const tokensFor = async (split: Split, role: Role): Promise<Tokens> =>
  new Map(await Promise.all(LONDON.map(async (each) => [each, await split.tokenFor(each, role)] as const)));

/** From when a notice was due to be posted to when it was heard; one that is not heard in time is a fault of the run. */
const latencyOf = async (sent: readonly Sent[], ear: Ear): Promise<Latency> => {
  const until = performance.now() + ARRIVES_WITHIN_MS;
  while (sent.some(({ detail }) => ear.at(detail) === undefined)) {
    if (performance.now() > until) throw new Error('notices were not heard of in time');
    await pause(20);
  }
  const times = sent.map(({ detail, dueMs }) => (ear.at(detail) ?? Number.NaN) - dueMs);
  const answers = sent.map(({ answeredMs, dueMs }) => answeredMs - dueMs);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), answerP50: percentile(answers, 0.5) };
};

const throughSplit = async (split: Split, ear: Ear, seconds: number): Promise<Latency> => {
  const [intake] = split.of('intake-api');
  const tokens = await tokensFor(split, 'placing-practitioner');
  return latencyOf(await sendAt(intake?.url ?? '', [PER_SECOND, seconds], tokens), ear);
};

const throughExchange = async ({ exchange, tokens, desks }: Embedded, seconds: number): Promise<Latency> => {
  const heard = await listenToAll(exchange.url, desks);
  try {
    return await latencyOf(await sendAt(exchange.url, [PER_SECOND, seconds], tokens), heard);
  } finally {
    heard.stop();
  }
};

type Runs = Readonly<{ split: readonly Latency[]; embedded: readonly Latency[] }>;

const inTurns = async (split: Split, embedded: Embedded, { runs, seconds }: Effort): Promise<Runs> => {
  const ear = await listenOnKafka(split.engines.addresses.kafka, LONDON);
  try {
    await throughSplit(split, ear, seconds);
    await throughExchange(embedded, seconds);
    const measured: { split: Latency[]; embedded: Latency[] } = { split: [], embedded: [] };
    for (let run = 0; run < runs; run += 1) {
      measured.split.push(await throughSplit(split, ear, seconds));
      measured.embedded.push(await throughExchange(embedded, seconds));
    }
    return measured;
  } finally {
    await ear.stop();
  }
};

const ofLatency = ({ split, embedded }: Runs): readonly Figure[] => {
  const rows = [
    ['p50', ({ p50 }: Latency) => p50],
    ['p99', ({ p99 }: Latency) => p99],
    ['p50 of the answer alone', ({ answerP50 }: Latency) => answerP50],
  ] as const;
  const at = `at ${String(PER_SECOND)} notices a second`;
  return rows.flatMap(([which, pick]) => {
    const [there, here] = [median(split.map(pick)), median(embedded.map(pick))];
    return [
      told(`post to a Kafka consumer through the split ${at}, ${which}`, [there, 'ms'], {
        what: 'ratio: against the embedded exchange',
        ratio: there / here,
      }),
      told(`post to the event stream of the embedded exchange ${at}, ${which}`, [here, 'ms'], {
        what: 'in the same run',
      }),
    ];
  });
};

type Sizes = ReadonlyMap<string, Readonly<{ restMiB: number; peakMiB: number }>>;

const sizesOf = (split: Split, { exchange }: Embedded): Sizes =>
  new Map([
    ...split.apps.map((app) => {
      const sizes = { restMiB: app.rssBytes() / MEBIBYTE, peakMiB: app.peakRssBytes() / MEBIBYTE };
      return [app.name, sizes] as const;
    }),
    ['exchange (embedded)', { restMiB: exchange.probe().rssMiB, peakMiB: exchange.probe().peakRssMiB }],
  ]);

const ofMemory = (rest: Sizes, loaded: Sizes): readonly Figure[] =>
  [...rest].flatMap(([name, { restMiB }]) => [
    told(`memory of ${name} at rest`, [restMiB, 'MiB'], { what: 'resident, some seconds after the start' }),
    told(`memory of ${name} at its peak`, [loaded.get(name)?.peakMiB ?? 0, 'MiB'], {
      what: 'resident, over all that is measured here',
    }),
  ]);

/** 32 connections that post as fast as they are answered. */
const underLoad = async (split: Split, embedded: Embedded, seconds: number): Promise<readonly Figure[]> => {
  const [intake] = split.of('intake-api');
  const tokens = await tokensFor(split, 'placing-practitioner');
  const there = await postFor(intake?.url ?? '', seconds, tokens);
  const here = await postFor(embedded.exchange.url, seconds, embedded.tokens);
  const [atSplit, atExchange] = [there.accepted / there.seconds, here.accepted / here.seconds];
  return [
    told('notices accepted by one intake-api, 32 connections', [atSplit, 'notices/s'], {
      what: 'ratio: against the embedded exchange; the log is a stand-in',
      ratio: atSplit / atExchange,
    }),
    told('notices accepted by the embedded exchange, 32 connections', [atExchange, 'notices/s'], {
      what: 'in the same run',
    }),
  ];
};

const measure = async (split: Split, embedded: Embedded, effort: Effort): Promise<readonly Figure[]> => {
  await pause(effort.restMs);
  const rest = sizesOf(split, embedded);
  const latency = ofLatency(await inTurns(split, embedded, effort));
  const load = await underLoad(split, embedded, effort.seconds);
  await pause(1_000);
  return [...latency, ...load, ...ofMemory(rest, sizesOf(split, embedded))];
};

/** One of each app on Kafka, PostgreSQL and the stand-in for EventStoreDB, beside the embedded exchange. */
export const splitFigures = async (effort: Effort): Promise<readonly Figure[]> => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  const tokens = await tokensIn(home, 'placing-practitioner');
  const desks = await tokensIn(home, 'duty-desk');
  const counts = Object.fromEntries(APPS.map((app) => [app, 1]));
  const split = await startSplit({ counts, settings: { IBEX_LOG_LEVEL: 'error' } });
  try {
    const exchange = await startMeasured(EXCHANGE, { IBEX_HOME: home, IBEX_LOG_LEVEL: 'error' });
    try {
      return await measure(split, { exchange, tokens, desks }, effort);
    } finally {
      await exchange.stop();
    }
  } finally {
    await split.stopAll();
    rmSync(home, { recursive: true, force: true });
  }
};
