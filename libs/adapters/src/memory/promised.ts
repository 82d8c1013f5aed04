/** Runs synchronous work behind an asynchronous port: what it throws is a rejection. */
export const promised = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });

/** A copy as a store that writes JSON would give it back. */
export const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
