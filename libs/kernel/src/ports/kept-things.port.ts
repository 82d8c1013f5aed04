import type { Instant } from '../time/civil-date';

/**
 * Something that is kept for a while: a session, a draft. `sealed`: text that only whoever put it there can read; `owner` and
 * `group` say whose it is without naming anybody (digests). Until `until`, that instant not included.
 */
export type KeptThing = Readonly<{
  kind: string;
  id: string;
  owner: string;
  group?: string;
  sealed: string;
  keptAt: Instant;
  until: Instant;
}>;

/** Things with an end, shared by every process that works on one store. What has ended is not found, swept or not. */
export interface KeptThings {
  /** Keeps it in the place of what was there under the same kind and id. */
  put(thing: KeptThing): Promise<void>;
  /** Keeps it unless something is there; returns whether it did: of many at once, one does. `now` is the thing's `keptAt`. */
  putNew(thing: KeptThing): Promise<boolean>;
  /** Keeps it only in the place of one that is there, so that what was removed meanwhile stays removed. */
  replace(thing: KeptThing): Promise<boolean>;
  find(kind: string, id: string, now: Instant): Promise<KeptThing | undefined>;
  /** Finds and removes: of many who ask at once, one gets it. */
  take(kind: string, id: string, now: Instant): Promise<KeptThing | undefined>;
  /** Of one owner, what was put last first. */
  list(kind: string, owner: string, now: Instant): Promise<readonly KeptThing[]>;
  remove(kind: string, id: string): Promise<void>;
  /** Everything of an owner, or of a group, of one kind. */
  removeOf(kind: string, of: Readonly<{ owner: string }> | Readonly<{ group: string }>): Promise<void>;
  /** Removes what has ended. Returns how many there were. */
  sweep(now: Instant): Promise<number>;
  close(): Promise<void>;
}
export const KEPT_THINGS = Symbol('KeptThings');
