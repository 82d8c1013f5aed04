/** Resolves at Ctrl-C or SIGTERM; until then this process stays. */
export const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    const keepAlive = setInterval(() => undefined, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        clearInterval(keepAlive);
        resolve();
      });
  });
