import { dayOfWeek, fromDayNumber, toDayNumber } from './civil-date';
import type { CivilDate } from './civil-date';

/**
 * Bank holidays in England and Wales, Good Friday and Christmas Day with their substitute days. Sources: Banking and
 * Financial Dealings Act 1971 Sch 1 and royal proclamations, as listed on gov.uk/bank-holidays.
 */
export const BANK_HOLIDAYS: readonly CivilDate[] = [
  ...[
    '2015-01-01',
    '2015-04-03',
    '2015-04-06',
    '2015-05-04',
    '2015-05-25',
    '2015-08-31',
    '2015-12-25',
    '2015-12-28',
  ],
  ...[
    '2016-01-01',
    '2016-03-25',
    '2016-03-28',
    '2016-05-02',
    '2016-05-30',
    '2016-08-29',
    '2016-12-26',
    '2016-12-27',
  ],
  ...[
    '2017-01-02',
    '2017-04-14',
    '2017-04-17',
    '2017-05-01',
    '2017-05-29',
    '2017-08-28',
    '2017-12-25',
    '2017-12-26',
  ],
  ...[
    '2018-01-01',
    '2018-03-30',
    '2018-04-02',
    '2018-05-07',
    '2018-05-28',
    '2018-08-27',
    '2018-12-25',
    '2018-12-26',
  ],
  ...[
    '2019-01-01',
    '2019-04-19',
    '2019-04-22',
    '2019-05-06',
    '2019-05-27',
    '2019-08-26',
    '2019-12-25',
    '2019-12-26',
  ],
  // 2020: early May moved to Friday 8 May (VE Day 75)
  ...[
    '2020-01-01',
    '2020-04-10',
    '2020-04-13',
    '2020-05-08',
    '2020-05-25',
    '2020-08-31',
    '2020-12-25',
    '2020-12-28',
  ],
  ...[
    '2021-01-01',
    '2021-04-02',
    '2021-04-05',
    '2021-05-03',
    '2021-05-31',
    '2021-08-30',
    '2021-12-27',
    '2021-12-28',
  ],
  // 2022: spring holiday moved to 2 June, Platinum Jubilee 3 June, State Funeral 19 September
  ...[
    '2022-01-03',
    '2022-04-15',
    '2022-04-18',
    '2022-05-02',
    '2022-06-02',
    '2022-06-03',
    '2022-08-29',
    '2022-09-19',
  ],
  ...['2022-12-26', '2022-12-27'],
  // 2023: Coronation 8 May
  ...[
    '2023-01-02',
    '2023-04-07',
    '2023-04-10',
    '2023-05-01',
    '2023-05-08',
    '2023-05-29',
    '2023-08-28',
    '2023-12-25',
  ],
  ...['2023-12-26'],
  ...[
    '2024-01-01',
    '2024-03-29',
    '2024-04-01',
    '2024-05-06',
    '2024-05-27',
    '2024-08-26',
    '2024-12-25',
    '2024-12-26',
  ],
  ...[
    '2025-01-01',
    '2025-04-18',
    '2025-04-21',
    '2025-05-05',
    '2025-05-26',
    '2025-08-25',
    '2025-12-25',
    '2025-12-26',
  ],
  ...[
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
  ],
  ...[
    '2027-01-01',
    '2027-03-26',
    '2027-03-29',
    '2027-05-03',
    '2027-05-31',
    '2027-08-30',
    '2027-12-27',
    '2027-12-28',
  ],
  ...[
    '2028-01-03',
    '2028-04-14',
    '2028-04-17',
    '2028-05-01',
    '2028-05-29',
    '2028-08-28',
    '2028-12-25',
    '2028-12-26',
  ],
];

/** Last date that the table covers. A deadline beyond it is provisional. */
export const BANK_HOLIDAYS_KNOWN_UNTIL: CivilDate = '2028-12-31';

const holidays: ReadonlySet<CivilDate> = new Set(BANK_HOLIDAYS);

/** "Working day" of the Care Planning Regulations 2010 reg 2(1): not a weekend, Christmas Day, Good Friday or bank holiday. */
export const isWorkingDay = (date: CivilDate, proclaimed: ReadonlySet<CivilDate> = new Set()): boolean => {
  const weekday = dayOfWeek(date);
  if (weekday === 0 || weekday === 6) return false;
  if (date.endsWith('-12-25')) return false;
  return !holidays.has(date) && !proclaimed.has(date);
};

export type WorkingDayDeadline = Readonly<{ date: CivilDate; provisional: boolean }>;

// Deadlines are worked out for every fact of a view that is rebuilt, so days are counted as numbers, not as text.
const holidayNumbers: ReadonlySet<number> = new Set(BANK_HOLIDAYS.map(toDayNumber));
const KNOWN_UNTIL = toDayNumber(BANK_HOLIDAYS_KNOWN_UNTIL);
const KNOWN_FROM = toDayNumber(BANK_HOLIDAYS[0] ?? BANK_HOLIDAYS_KNOWN_UNTIL);
const THURSDAY = 4; // 1970-01-01

const isWorkingDayNumber = (day: number, proclaimed: ReadonlySet<CivilDate>): boolean => {
  const weekday = (((day + THURSDAY) % 7) + 7) % 7;
  if (weekday === 0 || weekday === 6 || holidayNumbers.has(day)) return false;
  const tableDecides = proclaimed.size === 0 && day >= KNOWN_FROM && day <= KNOWN_UNTIL;
  return tableDecides || isWorkingDay(fromDayNumber(day), proclaimed);
};

/**
 * The n-th working day after a date; the date itself is not counted. `proclaimed` adds holidays announced since the
 * table was made.
 */
export const workingDaysAfter = (
  date: CivilDate,
  count: number,
  proclaimed: ReadonlySet<CivilDate> = new Set(),
): WorkingDayDeadline => {
  if (count <= 0) return { date, provisional: date > BANK_HOLIDAYS_KNOWN_UNTIL };
  let day = toDayNumber(date);
  for (let left = count; left > 0;) {
    day += 1;
    if (isWorkingDayNumber(day, proclaimed)) left -= 1;
  }
  return { date: fromDayNumber(day), provisional: day > KNOWN_UNTIL };
};
