/** Rings once, at the latest time that it was set to; does not keep the process alive. */
export class Alarm {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ring: () => void) {}

  setIn(ms: number): void {
    this.off();
    this.timer = setTimeout(this.ring, ms).unref();
  }

  off(): void {
    clearTimeout(this.timer);
  }
}
