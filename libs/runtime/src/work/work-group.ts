import type { Attendance, Leases } from '@ibex/kernel';
import type { SafeLog } from '../logging/safe-log';
import { pause } from '../subscription/pause';
import { toTakeAndGive } from './fair-share.rule';

/** A killed process is replaced after at most a term and a beat. */
export const TERM_MS = 5_000;
export const BEAT_MS = 1_000;

/** Pieces of work of one kind. `stop` resolves when nothing of the piece is under way any more. */
export type Work = Readonly<{
  group: string;
  names: readonly string[];
  start(name: string): void;
  stop(name: string): Promise<void>;
}>;

type Ports = Readonly<{ leases: Leases | undefined; holder: string; log: SafeLog }>;

/** The pieces of one group: those of them that this process has are started, the others stand still. */
export class WorkGroup {
  private readonly works = new Map<string, Work>();
  private readonly mine = new Map<string, Work>();
  private readonly stopping = new Map<string, Promise<void>>();
  private readonly closing = new AbortController();
  private beating: Promise<void> | undefined;
  private heardAtMs = 0;

  constructor(
    readonly name: string,
    private readonly ports: Ports,
  ) {}

  get held(): number {
    return this.mine.size;
  }

  add(work: Work): void {
    for (const name of work.names) {
      this.works.set(name, work);
      if (this.beating && !this.ports.leases) this.start(name);
    }
  }

  /** These are no longer work of the group. Resolves when nothing of them is under way here any more. */
  async withdraw(names: readonly string[]): Promise<void> {
    for (const name of names) this.works.delete(name);
    // their leases go back with the next beat
    await Promise.all(names.map((name) => this.stop(name)));
  }

  open(): void {
    const { leases } = this.ports;
    this.beating ??= leases ? this.beat(leases) : this.startAll();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.beating;
    await this.stopAll();
    // a database that is away frees the work by itself at the end of the term
    await this.ports.leases?.leave(this.name, this.ports.holder).catch(() => undefined);
  }

  private startAll(): Promise<void> {
    for (const name of this.works.keys()) this.start(name);
    return Promise.resolve();
  }

  private async beat(leases: Leases): Promise<void> {
    const { signal } = this.closing;
    let failures = 0;
    while (!signal.aborted) {
      try {
        const askedAtMs = performance.now();
        await this.adjust(leases, await leases.attend(this.name, this.ports.holder, TERM_MS));
        this.heardAtMs = askedAtMs;
        failures = 0;
      } catch (error) {
        failures += 1;
        this.ports.log.warn('leases-failed', error, { group: this.name, attempts: failures });
        if (performance.now() - this.heardAtMs > TERM_MS) await this.stopAll();
      }
      await pause(BEAT_MS, signal);
    }
  }

  private async adjust(leases: Leases, { mine, present }: Attendance): Promise<void> {
    const granted = new Set(mine.map(({ name }) => name));
    const lost = [...this.mine.keys()].filter((name) => !granted.has(name));
    await Promise.all(lost.map((name) => this.stop(name)));
    for (const name of granted) if (this.works.has(name)) this.start(name);
    await this.give(
      leases,
      [...granted].filter((name) => !this.works.has(name)),
    );
    const { take, give } = toTakeAndGive([...this.works.keys()], [...this.mine.keys()], present);
    await this.give(leases, give);
    await this.take(leases, take);
  }

  private async give(leases: Leases, names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await Promise.all(names.map((name) => this.stop(name)));
    await leases.release(this.name, names, this.ports.holder);
  }

  private async take(leases: Leases, { from, most }: Readonly<{ from: readonly string[]; most: number }>) {
    let taken = 0;
    for (const name of from) {
      if (taken >= most || this.closing.signal.aborted) return;
      if (!(await leases.take(this.name, name, this.ports.holder, TERM_MS))) continue;
      taken += 1;
      this.start(name);
    }
  }

  private start(name: string): void {
    const work = this.works.get(name);
    if (!work || this.mine.has(name) || this.closing.signal.aborted) return;
    const stopping = this.stopping.get(name);
    if (stopping) {
      void stopping.then(() => this.start(name));
      return;
    }
    this.mine.set(name, work);
    if (this.ports.leases) this.ports.log.info('work-taken', { group: this.name, work: name });
    work.start(name);
  }

  /** Whoever asks twice waits for the same end. */
  private stop(name: string): Promise<void> {
    const work = this.mine.get(name);
    if (!work) return this.stopping.get(name) ?? Promise.resolve();
    this.mine.delete(name);
    const stopped = work.stop(name).finally(() => this.stopping.delete(name));
    this.stopping.set(name, stopped);
    if (this.ports.leases) this.ports.log.info('work-given-up', { group: this.name, work: name });
    return stopped;
  }

  private async stopAll(): Promise<void> {
    await Promise.all([...this.mine.keys(), ...this.stopping.keys()].map((name) => this.stop(name)));
  }
}
