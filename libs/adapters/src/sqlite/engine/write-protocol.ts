import type { Failure } from './faults';

/** Which tasks a writer's thread runs, and on what. `extension` is that of the running files: .ts in specs, .js when built. */
export type WriterSetup = Readonly<{ tasks: string; extension: string; options: unknown }>;

export type Answer = Readonly<{ value: unknown }> | Readonly<{ failure: Failure }>;

/** To the thread: requests in order, or null to close. From it: answers in the same order. */
export type ToWriter = readonly unknown[] | null;
export type FromWriter =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'refused'; failure: Failure }>
  | Readonly<{ kind: 'answers'; answers: readonly Answer[] }>;
