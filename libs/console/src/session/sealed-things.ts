import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, KEPT_THINGS } from '@ibex/kernel';
import type { Clock, Instant, KeptThing, KeptThings } from '@ibex/kernel';
import { Sealing } from './sealing';

/** Whose a thing is, by digests; both together say under which name it is sealed. */
export type Place = Readonly<{ kind: string; id: string; owner?: string; group?: string }>;
export type Opened = Readonly<{ id: string; value: unknown; keptAt: Instant; until: Instant }>;

const nameOf = ({ kind, id, owner = '' }: Place): string => JSON.stringify([kind, id, owner]);

/** The store of things with an end, as the console writes and reads it: sealed, and by the clock. */
@Injectable()
export class SealedThings {
  constructor(
    @Inject(KEPT_THINGS) readonly store: KeptThings,
    @Inject(Sealing) private readonly sealing: Sealing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  after(ms: number): Instant {
    return new Date(Date.parse(this.now()) + ms).toISOString();
  }

  digest(...parts: readonly string[]): string {
    return this.sealing.digest(...parts);
  }

  async put(place: Place, value: unknown, until: Instant): Promise<void> {
    await this.store.put(this.sealed(place, value, until));
  }

  /** Nothing happens where it was removed meanwhile. */
  async replace(place: Place, value: unknown, until: Instant): Promise<void> {
    await this.store.replace(this.sealed(place, value, until));
  }

  async find(kind: string, id: string): Promise<Opened | undefined> {
    return this.opened(await this.store.find(kind, id, this.now()));
  }

  async take(kind: string, id: string): Promise<Opened | undefined> {
    return this.opened(await this.store.take(kind, id, this.now()));
  }

  /** Undefined also for what another key has sealed, or this one for somebody else. */
  opened(thing: KeptThing | undefined): Opened | undefined {
    const value = thing && this.sealing.open(nameOf(thing), thing.sealed);
    if (!thing || value === undefined) return undefined;
    return { id: thing.id, value, keptAt: thing.keptAt, until: thing.until };
  }

  private sealed(place: Place, value: unknown, until: Instant): KeptThing {
    const sealed = this.sealing.seal(nameOf(place), value);
    return { owner: '', ...place, sealed, keptAt: this.now(), until };
  }
}
