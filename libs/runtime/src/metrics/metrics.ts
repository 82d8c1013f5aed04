import { Injectable } from '@nestjs/common';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { CollectedGauge } from './collected-gauge';
import type { Collect } from './collected-gauge';
import { LabelValues } from './label-values';
import type { MetricName } from './metric-names';

const APPEND_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const HTTP_BUCKETS = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Until an authority's end has taken an entry that its mailbox holds: moments, or days where it was away. */
const DELIVERY_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400];

/** `lane`: urgent or standard. `seconds`: from the mailbox to whoever took it. */
export type DeliveryMeasured = Readonly<{ channel: string; lane: string; seconds: number }>;

/** What was answered: the route's pattern, never the address that was asked for. */
export type Answered = Readonly<{ route: string; method: string; status: number; seconds: number }>;

/** A counter with one label. */
const counterOf = (registry: Registry, name: MetricName, help: string, label: string) => {
  const values = new LabelValues();
  const counter = new Counter({ name, help, labelNames: [label], registers: [registry] });
  return (value: string): void => counter.inc({ [label]: values.safe(value) });
};

/** What this process counts and measures. Labels are tokens from small sets; nothing of a child ever is one. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly gauges = new Map<string, CollectedGauge>();
  private readonly routes = new LabelValues();
  private observed = false;
  private readonly appendSeconds = new Histogram({
    name: 'ibex_append_seconds' satisfies MetricName,
    help: 'How long the log took to hold facts for certain.',
    buckets: APPEND_BUCKETS,
    registers: [this.registry],
  });
  private readonly httpSeconds = new Histogram({
    name: 'ibex_http_request_seconds' satisfies MetricName,
    help: 'How long answers took, by the pattern of the route.',
    labelNames: ['route', 'method', 'status'],
    buckets: HTTP_BUCKETS,
    registers: [this.registry],
  });

  /** A command of this type is on record; a repetition of one does not count. */
  readonly accepted = counterOf(
    this.registry,
    'ibex_commands_accepted_total',
    'Commands put on record, by type.',
    'type',
  );

  /** A command was not taken: the code of the decider's refusal or of the problem. */
  readonly refused = counterOf(
    this.registry,
    'ibex_commands_refused_total',
    'Commands not taken, by the code of the refusal or problem.',
    'code',
  );

  /** An entry was set aside for a channel that will never take it. */
  readonly setAside = counterOf(
    this.registry,
    'ibex_channel_set_aside_total',
    'Mailbox entries that a channel will never take, by channel.',
    'channel',
  );

  private readonly attempts = new Counter({
    name: 'ibex_delivery_attempts_total' satisfies MetricName,
    help: 'Tries to bring entries to subscribers, by channel and by what came of them.',
    labelNames: ['channel', 'outcome'],
    registers: [this.registry],
  });
  private readonly deliverySeconds = new Histogram({
    name: 'ibex_delivery_seconds' satisfies MetricName,
    help: 'From the mailbox until a subscriber took the entry.',
    labelNames: ['channel', 'lane'],
    buckets: DELIVERY_BUCKETS,
    registers: [this.registry],
  });

  /** Both from small sets of the service's own. */
  attempted(channel: string, outcome: string): void {
    this.attempts.inc({ channel, outcome });
  }

  delivered({ channel, lane, seconds }: DeliveryMeasured): void {
    this.deliverySeconds.observe({ channel, lane }, Math.max(seconds, 0));
  }

  appended(seconds: number): void {
    this.appendSeconds.observe(seconds);
  }

  answered({ route, method, status, seconds }: Answered): void {
    this.httpSeconds.observe({ route: this.routes.safe(route), method, status }, seconds);
  }

  /** A gauge read from its source when somebody looks; several sources of one name stand side by side. */
  gaugeFrom(name: string, help: string, labels: readonly string[], collect: Collect): void {
    const gauge = this.gauges.get(name) ?? new CollectedGauge({ name, help, labels }, this.registry);
    this.gauges.set(name, gauge);
    gauge.add(collect);
  }

  /** Memory, processor, event loop and garbage collection: from when somebody wants to read them. */
  observeProcess(): void {
    if (this.observed) return;
    this.observed = true;
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
