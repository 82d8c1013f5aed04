import { addressOf } from './doors';
import type { Doors } from './doors';

/** A problem that the exchange answered with (RFC 9457), told on one line. */
export class ExchangeProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: Readonly<Record<string, unknown>>,
  ) {
    const text = (key: string): string => (typeof problem[key] === 'string' ? problem[key] : '');
    const mend = text('mend');
    super(`${text('title') || `HTTP ${String(status)}`}: ${text('detail')}${mend ? ` ${mend}` : ''}`.trim());
  }
}

export type Api = Readonly<{
  get(path: string): Promise<unknown>;
  getText(path: string, accept: string): Promise<string>;
  post(path: string, body: unknown, key: string): Promise<unknown>;
}>;

const problemOf = async (answer: Response): Promise<ExchangeProblem> => {
  const body: unknown = await answer.json().catch(() => ({ title: answer.statusText }));
  return new ExchangeProblem(answer.status, typeof body === 'object' && body !== null ? { ...body } : {});
};

const jsonOf = async (answer: Response): Promise<unknown> => answer.json();

/** The public HTTP interface with one token. Throws ExchangeProblem for every answer of 400 and above. */
export const apiAt = (doors: Doors, token: string): Api => {
  type Asking = Readonly<{ method?: string; body?: string; headers?: Readonly<Record<string, string>> }>;
  const call = async (path: string, asking: Asking): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, ...asking.headers };
    const address = addressOf(doors, asking.method ?? 'GET', path);
    const answer = await fetch(address, { ...asking, headers });
    if (answer.status >= 400) throw await problemOf(answer);
    return answer;
  };
  return {
    get: async (path) => jsonOf(await call(path, {})),
    getText: async (path, accept) => (await call(path, { headers: { accept } })).text(),
    post: async (path, body, key) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      const answer = await call(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return answer.status === 204 ? undefined : jsonOf(answer);
    },
  };
};

/** Follows `next` cursors and hands over one page at a time. */
export const pagesOf = async function* (
  api: Api,
  path: string,
): AsyncGenerator<readonly Readonly<Record<string, unknown>>[]> {
  let cursor: string | undefined;
  do {
    const joined = cursor === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
    const page = (await api.get(joined)) as { items: Readonly<Record<string, unknown>>[]; next?: string };
    yield page.items;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
};
