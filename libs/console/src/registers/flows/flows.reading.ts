import type { ExchangeApi } from '@ibex/sdk';
import { countInto, countOut } from './flows.page';
import type { Counted } from './flows.page';

const PER_PAGE = 500;
/** A picture of more than this is the work of a report. */
const MOST_PAGES = 6;

type Page = Readonly<{ on: string; next?: string }>;
export type CountedOn = Counted & Readonly<{ on: string }>;

// whoever looks at a picture does not act on a child: that is what the ledger says of it
const header = { 'IBEX-Purpose': 'assurance' } as const;

const counted = async (
  read: (cut: Readonly<{ limit: number; cursor?: string }>, counts: Map<string, number>) => Promise<Page>,
): Promise<CountedOn> => {
  const counts = new Map<string, number>();
  let page = await read({ limit: PER_PAGE }, counts);
  for (let pages = 1; page.next !== undefined && pages < MOST_PAGES; pages += 1)
    page = await read({ limit: PER_PAGE, cursor: page.next }, counts);
  return { counts, isCut: page.next !== undefined, on: page.on };
};

/** How many children each authority has placed here on a day. */
export const readInto = (api: ExchangeApi, on: string | undefined): Promise<CountedOn> =>
  counted(async (cut, counts) => {
    const query = { ...cut, ...(on === undefined ? {} : { on }) };
    const page = await api.get('/v1/registers/placed-here', { params: { query, header } });
    countInto(counts, page.items);
    return page;
  });

/** How many of one’s own children are placed in each area on a day. */
export const readOut = (api: ExchangeApi, on: string | undefined): Promise<CountedOn> =>
  counted(async (cut, counts) => {
    const query = { ...cut, ...(on === undefined ? {} : { on }) };
    const page = await api.get('/v1/registers/placed-elsewhere', { params: { query, header } });
    countOut(counts, page.items);
    return page;
  });
