/** Half of a pause is left to chance, so that many callers do not come back in one moment. */
export const jittered = (ms: number): number => ms / 2 + Math.random() * (ms / 2);

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const FIRST_MS = 50;
const LONGEST_MS = 5000;

/** Pauses that grow while nothing comes, and begin anew once something has. */
export class BackOff {
  private pauseMs = FIRST_MS;

  next(): number {
    const ms = jittered(this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_MS);
    return ms;
  }

  reset(): void {
    this.pauseMs = FIRST_MS;
  }
}
