import { isProblem } from '@ibex/sdk';
import type { AnswerOf, ExchangeApi } from '@ibex/sdk';
import type { Visit } from '../../frame/visit';
import { hasRole } from '../../frame/visit';
import type { Clock } from './clock';
import { toEntries } from './entry';
import type { Entry } from './entry';
import { standingsOf } from './standing';
import type { Standings } from './standing';

/** Some entries of the own mailbox one after the other, and where the own authority stands with each. */
export type MailboxWindow = Readonly<{
  entries: readonly Entry[];
  standings: Standings;
  /** Number of the newest entry of the mailbox. */
  head: number;
  /** Number of the entry before the first of these; 0 where there is none. */
  before: number;
}>;

/** About a week of a busy desk; in one answer. */
export const WINDOW = 300;

const headOf = async (api: ExchangeApi): Promise<number> => {
  const { head } = await api.get('/v1/inbox/standing', { params: { query: { limit: 1 } } });
  return head;
};

type Reach = Readonly<{ upTo?: number | undefined; most?: number; head?: number }>;

/** The last entries up to a number, or of all; `most` of them. `head`: where it is known already. */
export const windowUpTo = async (
  api: ExchangeApi,
  { upTo, most = WINDOW, head: known }: Reach = {},
): Promise<MailboxWindow> => {
  const head = known ?? (await headOf(api));
  const last = Math.min(upTo ?? head, head);
  const after = Math.max(last - most, 0);
  const limit = last - after;
  if (limit <= 0) return { entries: [], standings: new Map(), head, before: 0 };
  const params = { query: { after, limit } };
  const [page, standing] = await Promise.all([
    api.get('/v1/inbox', { params }),
    api.get('/v1/inbox/standing', { params }),
  ]);
  return {
    entries: toEntries(page.entries),
    standings: standingsOf(standing.items),
    head,
    before: after,
  };
};

/** One entry; undefined where the mailbox has none of that number. */
export const entryAt = async (api: ExchangeApi, sequence: number): Promise<Entry | undefined> => {
  const params = { query: { after: sequence - 1, limit: 1 } };
  const page = await api.get('/v1/inbox', { params }).catch(noneSoFar);
  return toEntries(page.entries)[0];
};

/** The mailbox does not reach so far. */
const noneSoFar = (fault: unknown): Readonly<{ entries: [] }> => {
  if (isProblem(fault, 'inbox/cursor-ahead')) return { entries: [] };
  throw fault;
};

/** Where the own authority stands with one entry. */
export const standingsAt = async (api: ExchangeApi, sequence: number): Promise<Standings> => {
  const { items } = await api.get('/v1/inbox/standing', {
    params: { query: { after: sequence - 1, limit: 1 } },
  });
  return standingsOf(items);
};

const MOST_CLOCKS = 200;

/**
 * Clocks that the own authority has to mind, of everything or of a notice, what is due first comes first; none for a role
 * that is shown none.
 */
export const clocksOf = async (
  visit: Visit,
  { notice, most = MOST_CLOCKS }: Readonly<{ notice?: string; most?: number }> = {},
): Promise<readonly Clock[]> => {
  if (!hasRole(visit, 'duty-desk', 'placing-practitioner', 'governance')) return [];
  const query = { limit: most, ...(notice === undefined ? {} : { notice }) };
  const { items } = await visit.api.get('/v1/clocks', { params: { query } });
  return items;
};

export type WorklistCounts = AnswerOf<'get', '/v1/worklists'>['items'];

export const worklistsOf = async ({ api }: Visit): Promise<WorklistCounts> =>
  (await api.get('/v1/worklists')).items;
