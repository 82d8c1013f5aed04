import { endOfLondonDay, fromEpochMs, londonDateOf, toEpochMs } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import type { Search, Searches } from './search.state';

/** Service settings: a hub of several people screens some dozens of contacts on a day. */
export const BUDGETS = { personHour: 30, personDay: 100, authorityDay: 1_000 } as const;
export type Budget = keyof typeof BUDGETS;

const HOUR_MS = 3_600_000;

/** The budget that another search would overdraw, and from when on there is room again; undefined: there is room. */
export const overdrawn = (
  { asked }: Pick<Searches, 'asked'>,
  person: string,
  now: Instant,
): Readonly<{ budget: Budget; until: Instant }> | undefined => {
  const own = asked.filter((search) => search.person === person);
  const tomorrow = endOfLondonDay(londonDateOf(now));
  if (asked.length >= BUDGETS.authorityDay) return { budget: 'authorityDay', until: tomorrow };
  if (own.length >= BUDGETS.personDay) return { budget: 'personDay', until: tomorrow };
  const hourAgo = fromEpochMs(toEpochMs(now) - HOUR_MS);
  const lately: readonly Search[] = own.filter(({ at }) => at > hourAgo);
  const first = lately.at(-BUDGETS.personHour);
  return first && { budget: 'personHour', until: fromEpochMs(toEpochMs(first.at) + HOUR_MS) };
};
