import type { ExchangeApi } from '@ibex/sdk';
import { hostInWords } from '../elsewhere/elsewhere.page';
import type { Counted } from './flows.page';

export type CountedOn = Readonly<{ counts: Counted; on: string }>;

const queryOf = (on: string | undefined) => ({ params: { query: on === undefined ? {} : { on } } });

/** How many children each authority has placed here on a day. */
export const readInto = async (api: ExchangeApi, day: string | undefined): Promise<CountedOn> => {
  const { items, on } = await api.get('/v1/registers/placed-here/counts', queryOf(day));
  return { counts: countedBy(items, (each) => each.placingAuthorityName), on };
};

/** How many of one’s own children are placed in each area on a day. */
export const readOut = async (api: ExchangeApi, day: string | undefined): Promise<CountedOn> => {
  const { items, on } = await api.get('/v1/registers/placed-elsewhere/counts', queryOf(day));
  return { counts: countedBy(items, (each) => hostInWords(each.host)), on };
};

/** Hosts of one name in words stand together: nobody knows where either is. */
const countedBy = <Item extends Readonly<{ placements: number }>>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Counted => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + item.placements);
  return counts;
};
