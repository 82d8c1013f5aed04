/** Where an exchange is spoken to. One address serves both in one process; split, commands are taken in elsewhere. */
export type Doors = Readonly<{ commands: string; questions: string }>;

/** What intake-api serves; deploy/gateway/Caddyfile says the same to a gateway. */
const TAKEN_IN =
  /^\/v1\/(placements|moves|missing-episodes|exploitation-concerns|batches|previews|records(?!\/likely$))(\/|$)/;

export const oneDoor = (url: string): Doors => ({ commands: url, questions: url });

/** The full address of a path. */
export const addressOf = (doors: Doors, method: string, path: string): URL => {
  const url = new URL(path, doors.questions);
  return method === 'POST' && TAKEN_IN.test(url.pathname)
    ? new URL(url.pathname + url.search, doors.commands)
    : url;
};

/** `fetch` that goes to the right door, for clients that know one address. */
export const fetchThrough =
  (doors: Doors): typeof fetch =>
  (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    return fetch(addressOf(doors, init?.method ?? 'GET', pathname + search), init);
  };
