import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { LabelValues } from './label-values';

export type Gauged = Readonly<{ labels: Readonly<Record<string, string>>; value: number }>;
export type Collect = () => readonly Gauged[] | Promise<readonly Gauged[]>;
export type GaugeWords = Readonly<{ name: string; help: string; labels: readonly string[] }>;

/** A store that hangs must not keep the other measures from being read. */
const PATIENCE_MS = 2_000;

const inTime = async (collect: Collect, patienceMs: number): Promise<readonly Gauged[]> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<readonly Gauged[]>((resolve) => {
    timer = setTimeout(() => resolve([]), patienceMs);
  });
  try {
    return await Promise.race([collect(), late]);
  } catch {
    // what cannot be counted now is left out: an old figure would look like a present one
    return [];
  } finally {
    clearTimeout(timer);
  }
};

/** A gauge that asks its sources whenever it is read. */
export class CollectedGauge {
  private readonly sources: Collect[] = [];
  private readonly values: ReadonlyMap<string, LabelValues>;

  constructor({ name, help, labels }: GaugeWords, registry: Registry, patienceMs = PATIENCE_MS) {
    this.values = new Map(labels.map((label) => [label, new LabelValues()]));
    const gauge = new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [registry],
      collect: async () => {
        const collected = await Promise.all(this.sources.map((source) => inTime(source, patienceMs)));
        gauge.reset();
        for (const { labels: given, value } of collected.flat()) gauge.set(this.safe(given), value);
      },
    });
  }

  add(source: Collect): void {
    this.sources.push(source);
  }

  private safe(given: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      [...this.values].map(([label, values]) => [label, values.safe(given[label] ?? '')]),
    );
  }
}

/** For what is dear to count: counted again only after so long, whoever asks in between gets the last figures. */
export const atMostEvery = <T>(ms: number, count: () => T | Promise<T>): (() => Promise<T>) => {
  let last: Readonly<{ atMs: number; counted: Promise<T> }> | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.atMs >= ms) last = { atMs: now, counted: Promise.resolve().then(count) };
    return last.counted;
  };
};
