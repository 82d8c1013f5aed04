/**
 * Lets work on the same things happen one after the other, in the order of asking; other work does not wait. All
 * places are taken at once, so that work only ever waits for earlier work and never in a circle.
 */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  async take<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = names.flatMap((name) => this.last.get(name) ?? []);
    const mine = before.length === 0 ? work() : Promise.all(before).then(work);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    for (const name of names) this.last.set(name, settled);
    try {
      return await mine;
    } finally {
      for (const name of names) if (this.last.get(name) === settled) this.last.delete(name);
    }
  }
}
