/** How far each channel has brought each mailbox: the last sequence number that its reader has for certain. */
export interface Cursors {
  /** 0 before the first. */
  at(channel: string, authority: string): Promise<number>;
  /** Throws Overtaken, and moves nothing, unless the cursor stands at `from`. */
  move(channel: string, authority: string, from: number, to: number): Promise<void>;
  close(): Promise<void>;
}
export const CURSORS = Symbol('Cursors');
