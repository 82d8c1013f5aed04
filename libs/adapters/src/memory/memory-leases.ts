import type { Attendance, Lease, Leases } from '@ibex/kernel';
import { promised } from './promised';

type Held = Readonly<{
  group: string;
  name: string;
  holder: string | undefined;
  token: number;
  until: number;
}>;
type Present = Readonly<{ group: string; holder: string; until: number }>;

const toLease = ({ name, token }: Held): Lease => ({ name, token });
const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/** Leases among holders within one process, by its own clock. */
export class MemoryLeases implements Leases {
  private readonly held = new Map<string, Held>();
  private readonly presence = new Map<string, Present>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  attend(group: string, holder: string, termMs: number): Promise<Attendance> {
    return promised(() => {
      const until = this.nowMs() + termMs;
      this.presence.set(keyOf(group, holder), { group, holder, until });
      const mine = [...this.held.values()].filter((each) => each.group === group && this.has(holder, each));
      for (const each of mine) this.put({ ...each, until });
      const here = [...this.presence.values()].filter((each) => each.group === group && this.isRunning(each));
      return { mine: mine.map(toLease), present: here.length };
    });
  }

  take(group: string, name: string, holder: string, termMs: number): Promise<Lease | undefined> {
    return promised(() => {
      const known = this.held.get(keyOf(group, name));
      if (known && this.isTaken(known) && known.holder !== holder) return undefined;
      const until = this.nowMs() + termMs;
      const token = known ? this.nextToken(known) : 1;
      return toLease(this.put({ group, name, holder, token, until }));
    });
  }

  release(group: string, names: readonly string[], holder: string): Promise<void> {
    return promised(() => this.free((each) => each.group === group && names.includes(each.name), holder));
  }

  leave(group: string, holder: string): Promise<void> {
    return promised(() => {
      this.presence.delete(keyOf(group, holder));
      this.free((each) => each.group === group, holder);
    });
  }

  private free(isMeant: (held: Held) => boolean, holder: string): void {
    for (const each of [...this.held.values()])
      if (each.holder === holder && isMeant(each)) this.put({ ...each, holder: undefined });
  }

  /** To be asked once it is known that no other has it. */
  private nextToken(held: Held): number {
    return this.isTaken(held) ? held.token : held.token + 1;
  }

  private isTaken(held: Held): boolean {
    return held.holder !== undefined && this.isRunning(held);
  }

  private has(holder: string, held: Held): boolean {
    return held.holder === holder && this.isRunning(held);
  }

  private isRunning({ until }: Readonly<{ until: number }>): boolean {
    return until > this.nowMs();
  }

  private put(held: Held): Held {
    this.held.set(keyOf(held.group, held.name), held);
    return held;
  }
}
