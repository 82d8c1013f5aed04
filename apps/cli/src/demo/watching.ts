/** One entry as a desk or a system received it; `atMs` on the same clock as `performance.now()`. */
export type Received = Readonly<{
  atMs: number;
  sequence: number;
  kind: string;
  urgency: string;
  duty?: string;
  detail: string;
  type: string;
  acknowledgement: string;
  /** When it was acknowledged, by a system that does so by itself. */
  acknowledgedAtMs?: number;
}>;

/** Somebody at an authority who hears of what reaches its mailbox. */
export interface Watching {
  readonly name: string;
  /** The first entry of a type that came after `afterMs`; throws when none comes within a while. */
  waitFor(type: string, afterMs: number): Promise<Received>;
  close(): void;
}
