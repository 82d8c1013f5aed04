import { randomUUID } from 'node:crypto';
import type { Tokens } from '../tokens';
import type { Home } from './home';
import { childOf, hostOf, ownerOf } from './made-child';

export type Read = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}>;

/** One question that people ask, of the n-th child or of whoever works with it. */
export type Question = Readonly<{
  name: string;
  embeddedMs: number;
  postgresMs: number;
  ask(n: number): Read;
}>;

export type Asking = Readonly<{ home: Home; mash: Tokens; searchers: readonly string[] }>;
let searches = 0;
const LISTS = ['missing-here', 'placed-here-unacknowledged', 'duties-due', 'not-risk-assessed'];
const SORTS = ['since', 'due', 'days-to-18', 'episodes-in-90-days'];

const as = (tokens: Tokens, authority: string, more: Readonly<Record<string, string>> = {}) => ({
  authorization: `Bearer ${tokens.get(authority) ?? ''}`,
  ...more,
});

/** An owner asks about its own, and every second time the host about a child placed in its area. */
const aboutChild =
  ({ home, mash }: Asking, what: string) =>
  (n: number): Read => ({
    method: 'GET',
    path: `/v1/children/${home.recordRefOf(n)}/${what}`,
    headers: as(mash, n % 2 === 0 ? ownerOf(n) : hostOf(n, 2)),
  });

/** Budgets are a person's: each of many people searches a few times, all for children that somebody knows. */
const search =
  ({ searchers }: Asking) =>
  (n: number): Read => {
    const { forename, surname, dateOfBirth } = childOf(n);
    const token = searchers[(searches += 1) % searchers.length] ?? '';
    return {
      method: 'POST',
      path: '/v1/mash/searches',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        identifiers: { forename, surname, dateOfBirth },
        purpose: 'mash-enquiry',
        reason: 'A contact from a school',
      }),
    };
  };

export const questionsOf = (asking: Asking): readonly Question[] => [
  {
    ...{ name: 'chronology of a child' },
    ...{ embeddedMs: 10, postgresMs: 25, ask: aboutChild(asking, 'chronology') },
  },
  {
    ...{ name: 'risk picture of a child' },
    ...{ embeddedMs: 10, postgresMs: 25, ask: aboutChild(asking, 'picture') },
  },
  {
    ...{ name: 'MASH search' },
    ...{ embeddedMs: 25, postgresMs: 25, ask: search(asking) },
  },
  {
    ...{ name: 'worklists with their counts', embeddedMs: 50, postgresMs: 50 },
    ask: (n) => ({ method: 'GET', path: '/v1/worklists', headers: as(asking.mash, hostOf(n, 2)) }),
  },
  {
    ...{ name: 'a page of a worklist', embeddedMs: 50, postgresMs: 50 },
    ask: (n) => ({
      method: 'GET',
      path: `/v1/worklists/${LISTS[n % LISTS.length] ?? ''}?sort=${SORTS[Math.floor(n / 4) % SORTS.length] ?? ''}`,
      headers: as(asking.mash, hostOf(n, 2)),
    }),
  },
];
