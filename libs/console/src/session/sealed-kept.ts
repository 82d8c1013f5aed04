import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Kept } from '../frame/kept';
import type { KeepOptions, KeptThing } from '../frame/kept';
import type { Visit } from '../frame/visit';
import { SealedThings } from './sealed-things';

type Owner = Pick<Visit, 'authority' | 'person'>;

/** Apart from sessions and what else the console keeps for itself. */
const kindOf = (kind: string): string => `kept:${kind}`;

/** Drafts and the like, sealed for whoever put them there: the person in this authority, whatever the session. */
@Injectable()
export class SealedKept extends Kept {
  constructor(@Inject(SealedThings) private readonly things: SealedThings) {
    super();
  }

  async put(visit: Owner, kind: string, value: unknown, { ttlSeconds, id }: KeepOptions): Promise<string> {
    const place = { kind: kindOf(kind), id: id ?? randomUUID(), owner: this.ownerOf(visit) };
    const standing = await this.things.store.find(place.kind, place.id, this.things.now());
    // an id is a guess in anybody else's hands
    if (standing && standing.owner !== place.owner) throw new RangeError('that is kept for somebody else');
    await this.things.put(place, value, this.things.after(ttlSeconds * 1_000));
    return place.id;
  }

  async get(visit: Owner, kind: string, id: string): Promise<KeptThing<unknown> | undefined> {
    const thing = await this.things.store.find(kindOf(kind), id, this.things.now());
    return thing?.owner === this.ownerOf(visit) ? this.things.opened(thing) : undefined;
  }

  async list(visit: Owner, kind: string): Promise<readonly KeptThing<unknown>[]> {
    const owner = this.ownerOf(visit);
    const stored = await this.things.store.list(kindOf(kind), owner, this.things.now());
    return stored.flatMap((each) => this.things.opened(each) ?? []);
  }

  async remove(visit: Owner, kind: string, id: string): Promise<void> {
    if (await this.get(visit, kind, id)) await this.things.store.remove(kindOf(kind), id);
  }

  private ownerOf({ authority, person }: Owner): string {
    return this.things.digest('person', authority, person);
  }
}
