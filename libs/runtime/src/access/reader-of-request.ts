import type { Reader } from '@ibex/kernel';

/** What the shell needs to see of a request, whatever server carries it. */
export type HttpRequest = Readonly<{
  method: string;
  url: string;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  query: unknown;
  body: unknown;
}>;

const readers = new WeakMap<object, Reader>();

/** The guard remembers who asks; nothing a client sends can reach this. */
export const rememberReader = (request: HttpRequest, reader: Reader): void => {
  readers.set(request, reader);
};

/** Throws where a route is public and yet asks who is reading: a fault of the route. */
export const readerOf = (request: HttpRequest): Reader => {
  const reader = readers.get(request);
  if (!reader) throw new Error('a public route has no reader');
  return reader;
};
