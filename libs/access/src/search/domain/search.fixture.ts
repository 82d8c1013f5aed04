import { fromEpochMs, toEpochMs } from '@ibex/kernel';
import type { Search } from './search.state';

export const NOON = '2026-03-02T12:00:00.000Z';
export const minutesAfter = (instant: string, minutes: number): string =>
  fromEpochMs(toEpochMs(instant) + minutes * 60_000);

/** A search for somebody, answered with so many found. */
export const aSearch = (n: number, more: Partial<Search> = {}): Search => ({
  ...{ search: `s-${String(n)}`, person: 'p-1', at: minutesAfter(NOON, n) },
  named: ['forename', 'surname', 'dateOfBirth'],
  digests: [`forename ${String(n)}`, `surname ${String(n)}`, `born ${String(n)}`],
  ...{ found: 0, results: [] },
  ...more,
});
export const searches = (
  count: number,
  more: (n: number) => Partial<Search> = () => ({}),
): readonly Search[] => Array.from({ length: count }, (_, n) => aSearch(n, more(n)));
