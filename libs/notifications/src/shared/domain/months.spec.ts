import { monthsAfter } from './months';

it.each([
  ['2026-01-15', 3, '2026-04-15'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-03-31', 3, '2026-06-30'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-10-05', 3, '2027-01-05'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(monthsAfter(date, months)).toBe(expected);
});
