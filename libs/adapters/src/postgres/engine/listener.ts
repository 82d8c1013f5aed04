import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { clientConfig } from './connections';
import type { Settled } from './options';

type Hear = (payload: string) => void;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const PULSE_MS = 5_000;
/** A server that no longer answers is not waited for. */
const GOODBYE_MS = 500;

/** One connection that hears what other processes announce, and comes back by itself when it is lost. */
export class Listener {
  private readonly ears = new Map<string, Set<Hear>>();
  private readonly gaps = new Set<() => void>();
  private readonly held: string[] = [];
  private readonly settings: Settled;
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private pulse: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private failures = 0;
  private closed = false;

  constructor(settings: Settled) {
    this.settings = settings;
  }

  /** Hears a channel from now on, at the latest when the connection stands. */
  on(channel: string, hear: Hear): void {
    const ears = this.ears.get(channel) ?? new Set<Hear>();
    this.ears.set(channel, ears.add(hear));
    if (this.client) void this.client.query(`LISTEN ${channel}`).catch(() => undefined);
    else this.start();
  }

  off(channel: string, hear: Hear): void {
    this.ears.get(channel)?.delete(hear);
  }

  /** Runs a statement now and whenever the connection comes back, e.g. to hold a lock for as long as it stands. */
  async hold(statement: string): Promise<void> {
    this.held.push(statement);
    if (this.client) await this.client.query(statement);
    else await this.ready();
  }

  /** Told whenever something may have gone unheard. */
  onGap(told: () => void): void {
    this.gaps.add(told);
  }

  get isHearing(): boolean {
    return this.client !== undefined;
  }

  /** Connects once; what fails is tried again later by itself. */
  async ready(): Promise<void> {
    this.start();
    await this.connecting;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    await this.connecting;
    await this.drop();
  }

  private start(): void {
    if (this.closed || this.client || this.connecting || this.again) return;
    this.connecting = this.connect().finally(() => (this.connecting = undefined));
  }

  private async connect(): Promise<void> {
    const client = new Client({ ...clientConfig(this.settings), application_name: 'ibex listening' });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => {
      for (const hear of this.ears.get(channel) ?? []) hear(payload ?? '');
    });
    try {
      await client.connect();
      const listening = [...this.ears.keys()].map((channel) => `LISTEN ${channel}`);
      for (const statement of [...listening, ...this.held]) await client.query(statement);
      this.client = client;
      this.failures = 0;
      this.pulse = setInterval(() => this.beat(client), PULSE_MS).unref();
      this.tellGap();
    } catch {
      void client.end().catch(() => undefined);
      this.tryAgain();
    }
  }

  /** A connection cut without a word is noticed by asking. */
  private beat(client: Client): void {
    client.query('SELECT 1').catch(() => this.lost(client));
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    void this.drop();
    this.tellGap();
    this.tryAgain();
  }

  private tryAgain(): void {
    if (this.closed || this.again) return;
    const wait = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(this.failures, 8), LONGEST_PAUSE_MS);
    this.failures += 1;
    this.again = setTimeout(() => {
      this.again = undefined;
      this.start();
    }, wait).unref();
  }

  private async drop(): Promise<void> {
    clearInterval(this.pulse);
    const client = this.client;
    this.client = undefined;
    if (client) await Promise.race([client.end().catch(() => undefined), pause(GOODBYE_MS)]);
  }

  private tellGap(): void {
    for (const told of this.gaps) told();
  }
}
