import { NotFoundException } from '@nestjs/common';
import type { Kept, KeptThing } from './kept';
import type { Visit } from './visit';

const WEEK_SECONDS = 7 * 24 * 3600;

const HOUR_SECONDS = 3600;

/** `sent`: path of what was made of it. It is kept for a while, so that a second click leads there too. */
export type Begun = Readonly<{ sent?: string }>;

/** Things of one kind that a person has begun, for a week. */
export class Drafts<T extends Begun> {
  constructor(
    private readonly kept: Kept,
    private readonly kind: string,
    private readonly read: (value: unknown) => T,
    private readonly ttlSeconds = WEEK_SECONDS,
  ) {}

  /** Throws NotFoundException where it is not there, over, or somebody else's. */
  async get(visit: Visit, id: string): Promise<T> {
    const found = await this.kept.get(visit, this.kind, id);
    if (!found) throw new NotFoundException();
    return this.read(found.value);
  }

  begin(visit: Visit, draft: T): Promise<string> {
    return this.kept.put(visit, this.kind, draft, { ttlSeconds: this.ttlSeconds });
  }

  async put(visit: Visit, id: string, draft: T): Promise<void> {
    await this.kept.put(visit, this.kind, draft, { ttlSeconds: this.ttlSeconds, id });
  }

  async list(visit: Visit): Promise<readonly KeptThing<T>[]> {
    const things = await this.kept.list(visit, this.kind);
    return things
      .map((thing) => ({ ...thing, value: this.read(thing.value) }))
      .filter(({ value }) => value.sent === undefined);
  }

  async sent(visit: Visit, id: string, draft: T & Required<Begun>): Promise<void> {
    await this.kept.put(visit, this.kind, draft, { ttlSeconds: HOUR_SECONDS, id });
  }

  remove(visit: Visit, id: string): Promise<void> {
    return this.kept.remove(visit, this.kind, id);
  }
}
