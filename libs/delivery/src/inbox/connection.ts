/** What this lib needs of a request, whatever server carries it. */
export type Asked = Readonly<{ headers: Readonly<Record<string, string | readonly string[] | undefined>> }>;

/** Something that tells when the client is gone: a response closes once it is complete or cut off. */
export interface Closing {
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

/**
 * What ends a wait: the client going, the server closing, time running out, or the reader’s access being taken away
 * (`cut`: told what to call; returns how to stop watching).
 */
export type Ends = Readonly<{
  connection: Closing;
  serverCloses: AbortSignal;
  inMs?: number;
  cut?: ((end: () => void) => () => void) | undefined;
}>;

/** Does work that has to stop when its client is gone, and leaves no listener behind. */
export const untilEnded = async <T>(
  { connection, serverCloses, inMs, cut }: Ends,
  work: (ended: AbortSignal) => Promise<T>,
): Promise<T> => {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const timer = inMs === undefined ? undefined : setTimeout(end, inMs);
  connection.once('close', end);
  serverCloses.addEventListener('abort', end, { once: true });
  if (serverCloses.aborted) end();
  const stopWatching = cut?.(end);
  try {
    return await work(ended.signal);
  } finally {
    clearTimeout(timer);
    stopWatching?.();
    connection.off('close', end);
    serverCloses.removeEventListener('abort', end);
  }
};
