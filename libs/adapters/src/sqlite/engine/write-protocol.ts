import type { Failure } from './faults';

/** Which tasks a writer's thread runs, and on what. `extension` is that of the running files: .ts in specs, .js when built. */
export type WriterSetup = Readonly<{ tasks: string; extension: string; options: unknown }>;

export type Answer = Readonly<{ value: unknown }> | Readonly<{ failure: Failure }>;

/**
 * To the thread: batches as their tasks pack them, or null to close. `more`: the rest of the group follows within the
 * same turn of the event loop, so the thread may begin with this part but has to wait with the commit. From it: a value for each request, in order, and
 * which of them failed instead.
 */
export type ToWriter = Readonly<{ batch: unknown; more: boolean }> | null;
export type FromWriter =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'refused'; failure: Failure }>
  | Readonly<{
      kind: 'answers';
      values: readonly unknown[];
      failures: readonly (readonly [number, Failure])[];
    }>;
