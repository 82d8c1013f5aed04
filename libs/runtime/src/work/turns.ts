import { setImmediate as nextTurn } from 'node:timers/promises';

/** What people wait for waits no longer than this for work that nobody waits for. */
const LONGEST_MS = 2;

/** Long work asks between its pieces whether others are to have their turn, and gives it to them. */
export class Turns {
  private since = performance.now();

  get areDue(): boolean {
    return performance.now() - this.since >= LONGEST_MS;
  }

  async give(): Promise<void> {
    await nextTurn();
    this.since = performance.now();
  }
}
