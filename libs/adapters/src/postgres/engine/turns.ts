/** Lets work of the same name take turns, in the order asked. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    const over = mine.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(name, over);
    void over.then(() => {
      if (this.last.get(name) === over) this.last.delete(name);
    });
    return mine;
  }
}
