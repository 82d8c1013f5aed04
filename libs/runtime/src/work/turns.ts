import { setImmediate as nextTurn } from 'node:timers/promises';

/** What people wait for waits no longer than this for work that nobody waits for. */
const LONGEST_MS = 2;

/** Long work gives others their turn between its pieces, as often as it has to. */
export class Turns {
  private since = performance.now();

  async giveIfDue(): Promise<void> {
    if (performance.now() - this.since < LONGEST_MS) return;
    await nextTurn();
    this.since = performance.now();
  }
}
