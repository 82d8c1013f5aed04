import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, KEPT_THINGS } from '@ibex/kernel';
import type { Clock, KeptThings } from '@ibex/kernel';
import { Kept } from '../frame/kept';
import type { KeepOptions, KeptThing } from '../frame/kept';
import type { Visit } from '../frame/visit';
import { Sealing } from './sealing';

type Stored = Awaited<ReturnType<KeptThings['find']>>;
type Owner = Pick<Visit, 'authority' | 'person'>;

/** Drafts and the like, sealed for whoever put them there: the person in this authority, whatever the session. */
@Injectable()
export class SealedKept extends Kept {
  constructor(
    @Inject(KEPT_THINGS) private readonly things: KeptThings,
    @Inject(Sealing) private readonly sealing: Sealing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async put(visit: Owner, kind: string, value: unknown, { ttlSeconds, id }: KeepOptions): Promise<string> {
    const keptId = id ?? randomUUID();
    const owner = this.ownerOf(visit);
    const keptAt = this.clock.now();
    const until = new Date(Date.parse(keptAt) + ttlSeconds * 1_000).toISOString();
    const standing = await this.things.find(kindOf(kind), keptId, keptAt);
    // an id is a guess in anybody else's hands
    if (standing && standing.owner !== owner) throw new RangeError('that is kept for somebody else');
    const sealed = this.sealing.seal(nameOf(kind, keptId, owner), value);
    await this.things.put({ kind: kindOf(kind), id: keptId, owner, sealed, keptAt, until });
    return keptId;
  }

  async get(visit: Owner, kind: string, id: string): Promise<KeptThing<unknown> | undefined> {
    return this.opened(visit, kind, await this.things.find(kindOf(kind), id, this.clock.now()));
  }

  async list(visit: Owner, kind: string): Promise<readonly KeptThing<unknown>[]> {
    const stored = await this.things.list(kindOf(kind), this.ownerOf(visit), this.clock.now());
    return stored.flatMap((each) => this.opened(visit, kind, each) ?? []);
  }

  async remove(visit: Owner, kind: string, id: string): Promise<void> {
    if (await this.get(visit, kind, id)) await this.things.remove(kindOf(kind), id);
  }

  private ownerOf({ authority, person }: Owner): string {
    return this.sealing.digest('person', authority, person);
  }

  private opened(visit: Owner, kind: string, stored: Stored): KeptThing<unknown> | undefined {
    const owner = this.ownerOf(visit);
    if (stored?.owner !== owner) return undefined;
    const value = this.sealing.open(nameOf(kind, stored.id, owner), stored.sealed);
    if (value === undefined) return undefined;
    return { id: stored.id, value, keptAt: stored.keptAt, until: stored.until };
  }
}

/** Apart from sessions and what else the console keeps for itself. */
const kindOf = (kind: string): string => `kept:${kind}`;
const nameOf = (kind: string, id: string, owner: string): string => JSON.stringify([kind, id, owner]);
