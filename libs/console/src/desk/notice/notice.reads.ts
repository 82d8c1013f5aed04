import { isProblem } from '@ibex/sdk';
import type { ExchangeApi } from '@ibex/sdk';
import type { Visit } from '../../frame/visit';
import type { Entry } from '../mailbox/entry';
import { clocksOf, entryAt, standingsAt } from '../mailbox/mailbox-window';
import type { Detail, Duty, Message, NoticeAnswers, Recipient, Whole } from './notice.answers';

/** Undefined for what may not be seen, or is not there: the exchange does not say which. */
const orHidden = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (isProblem(error) && error.document.status === 404) return undefined;
    throw error;
  }
};

const detailOf = (api: ExchangeApi, { factId }: Entry): Promise<Detail | undefined> =>
  factId === undefined
    ? Promise.resolve(undefined)
    : orHidden(api.get('/v1/notices/{factId}', { params: { path: { factId } } }));

const wholeOf = (api: ExchangeApi, notice: string): Promise<Whole | undefined> => {
  const hyphen = notice.indexOf('-');
  const path = { category: notice.slice(0, hyphen), id: notice.slice(hyphen + 1) };
  return orHidden(api.get('/v1/notices/by-id/{category}/{id}', { params: { path } }));
};

const dutiesOf = async (api: ExchangeApi, notice: string): Promise<readonly Duty[]> =>
  (await api.get('/v1/duties', { params: { query: { notice, scope: 'either', limit: 50 } } })).items;

const threadOf = async (
  { api, authority }: Visit,
  entry: Entry,
  detail: Detail,
): Promise<readonly Message[]> => {
  const recipient = detail.sight === 'owner' ? entry.from : authority;
  const path = { factId: detail.id, authority: recipient };
  const params = { params: { path } };
  return (
    (await orHidden(api.get('/v1/notices/{factId}/recipients/{authority}/queries', params)))?.messages ?? []
  );
};

const recipientsOf = async (api: ExchangeApi, { id, sight }: Detail): Promise<readonly Recipient[]> => {
  if (sight !== 'owner') return [];
  const found = await orHidden(
    api.get('/v1/notices/{factId}/recipients', { params: { path: { factId: id } } }),
  );
  return found?.recipients ?? [];
};

/** An entry with its notice, as far as this person may see it; undefined where the mailbox has none of that number. */
export const openedAt = async (
  { api }: Visit,
  sequence: number,
): Promise<Pick<NoticeAnswers, 'entry' | 'detail' | 'whole'> | undefined> => {
  const entry = await entryAt(api, sequence);
  if (!entry) return undefined;
  const detail = await detailOf(api, entry);
  return { entry, detail, whole: detail && (await wholeOf(api, detail.notice)) };
};

/** Everything about one entry, under this person's rights; undefined where the mailbox has none of that number. */
export const answersAbout = async (visit: Visit, sequence: number): Promise<NoticeAnswers | undefined> => {
  const { api } = visit;
  const entry = await entryAt(api, sequence);
  if (!entry) return undefined;
  const detail = await detailOf(api, entry);
  if (!detail) {
    const standing = (await standingsAt(api, sequence)).get(sequence);
    return { entry, standing, detail, whole: undefined, duties: [], clocks: [], thread: [], recipients: [] };
  }
  const [whole, duties, clocks, thread, recipients, now] = await Promise.all([
    ...([
      wholeOf(api, detail.notice),
      dutiesOf(api, detail.notice),
      clocksOf(visit, { notice: detail.notice }),
    ] as const),
    ...([threadOf(visit, entry, detail), recipientsOf(api, detail)] as const),
    // not before it is opened: that changes where we stand
    standingsAt(api, sequence),
  ]);
  return { entry, standing: now.get(sequence), detail, whole, duties, clocks, thread, recipients };
};
