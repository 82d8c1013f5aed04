import type { Visit } from './visit';

export type KeptThing<T> = Readonly<{ id: string; value: T; keptAt: string; until: string }>;

/**
 * What the console keeps for a person between requests: drafts, what was searched for, uploads under way. Sealed, on the
 * server, gone when its time is over; nobody else's is found.
 */
export abstract class Kept {
  /** Returns an opaque id; with `id` it replaces what was kept under it. `ttlSeconds`: how long from now. */
  abstract put(visit: Visit, kind: string, value: unknown, options: KeepOptions): Promise<string>;
  /** Undefined for what is not there, is over or is somebody else's. */
  abstract get(visit: Visit, kind: string, id: string): Promise<KeptThing<unknown> | undefined>;
  /** The newest first. */
  abstract list(visit: Visit, kind: string): Promise<readonly KeptThing<unknown>[]>;
  abstract remove(visit: Visit, kind: string, id: string): Promise<void>;
}

export type KeepOptions = Readonly<{ ttlSeconds: number; id?: string }>;
