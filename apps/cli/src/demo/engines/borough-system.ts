import { setTimeout as pause } from 'node:timers/promises';
import { KafkaNoticeSource } from '@ibex/adapters/kafka';
import type { Arrival } from '@ibex/kernel';
import { MemoryQuarantine, Subscriber, exchangeAt } from '@ibex/subscriber';
import type { Notice } from '@ibex/subscriber';
import type { Session } from '../../exchange/session';
import type { Received, Watching } from '../watching';
import { TimedSource } from './timed-source';

export type SystemAt = Readonly<{ name: string; authority: string; brokers: string; session: Session }>;

/** What a borough's system did with one notice. */
export type Handled = Received &
  Readonly<{ id: string; recordRef: string; acknowledgedAtMs: number; isDetailShown: boolean }>;

const PATIENCE_MS = 20_000;
const BEAT_MS = 5;
const NOTE = 'Taken on by the case system';

/**
 * The system of a borough: a member of its consumer group on Kafka that opens every notice with the borough's own token
 * and acknowledges it.
 */
export class BoroughSystem implements Watching {
  readonly handled: Handled[] = [];
  private readonly arrivedAtMs = new Map<string, number>();
  private readonly subscriber: Subscriber;
  private arrivals = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly at: SystemAt) {
    const { authority, brokers, session } = at;
    const connection = { brokers: brokers.split(','), clientId: `demo-${authority}` };
    this.subscriber = new Subscriber({
      source: new TimedSource(new KafkaNoticeSource({ connection, authority }), (arrival) =>
        this.note(arrival),
      ),
      handlers: {},
      fallback: (notice) => this.handle(notice),
      quarantine: new MemoryQuarantine(),
      exchange: exchangeAt({
        url: session.url,
        token: () => session.tokenFor(authority, 'system-client'),
      }),
    });
  }

  get name(): string {
    return `${this.at.name}’s system`;
  }

  get borough(): string {
    return this.at.name;
  }

  get authority(): string {
    return this.at.authority;
  }

  /** How often Kafka brought something that had been brought before. */
  get repeats(): number {
    return this.arrivals - this.arrivedAtMs.size;
  }

  start(): void {
    this.running = this.subscriber.run();
    // told by `stop`, which waits for it
    this.running.catch(() => undefined);
  }

  async stop(): Promise<void> {
    await this.subscriber.stop();
    await this.running;
  }

  waitFor(type: string, afterMs: number): Promise<Handled> {
    return this.until((entry) => entry.type === type && entry.atMs >= afterMs, type);
  }

  /** What told of a record in a message of this type. */
  about(recordRef: string, type: string): Promise<Handled> {
    return this.until((entry) => entry.recordRef === recordRef && entry.type === type, type);
  }

  /** A story that is over leaves the system running: it ends with `stop`. */
  close(): void {
    // nothing of its own to let go of
  }

  private async until(isIt: (entry: Handled) => boolean, type: string): Promise<Handled> {
    for (const begun = performance.now(); performance.now() - begun < PATIENCE_MS;) {
      const found = this.handled.find(isIt);
      if (found) return found;
      await pause(BEAT_MS);
    }
    throw new Error(`${this.name} did not hear of ${type} within ${PATIENCE_MS / 1000} seconds`);
  }

  private note({ content }: Arrival): void {
    if (!('event' in content)) return;
    this.arrivals += 1;
    const id = String(content.event['id']);
    if (!this.arrivedAtMs.has(id)) this.arrivedAtMs.set(id, performance.now());
  }

  private async handle({ id, type, recordRef, sequence, data, detail, acknowledge }: Notice): Promise<void> {
    await acknowledge({ note: NOTE });
    const acknowledgedAtMs = performance.now();
    this.handled.push({
      ...{ id, type, recordRef, sequence, kind: data.kind, urgency: data.urgency },
      ...{ detail: data.links.detail, acknowledgement: data.links.acknowledgement },
      ...{ atMs: this.arrivedAtMs.get(id) ?? acknowledgedAtMs, acknowledgedAtMs },
      isDetailShown: detail !== undefined,
      ...(data.duty === undefined ? {} : { duty: data.duty }),
    });
  }
}
