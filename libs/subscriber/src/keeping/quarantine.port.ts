import type { ArrivedContent } from '@ibex/kernel';

export type QuarantineReason = 'handler-failed' | 'no-handler' | 'not-a-notice' | 'unreadable';

/** A message that was set aside so that others go on. `fault`: name and code of the last failure, never its text. */
export type Quarantined = Readonly<{
  /** Event id; for bytes that are no event, where they came from. */
  id: string;
  key: string;
  sequence?: number;
  reason: QuarantineReason;
  fault: string;
  attempts: number;
  atUtc: string;
  content: ArrivedContent;
}>;

/** Where poison goes. What is put here is out of the source's hands: it must be kept for certain. */
export interface Quarantine {
  /** Idempotent by id: the last one counts. */
  put(entry: Quarantined): Promise<void>;
  list(): Promise<readonly Quarantined[]>;
  remove(id: string): Promise<void>;
}
