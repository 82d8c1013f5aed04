import { BANK_HOLIDAYS_KNOWN_UNTIL, isWorkingDay, workingDaysAfter } from './working-days';

describe('working days of England and Wales', () => {
  it.each([
    ['2020-05-08', 'the early May holiday that moved to VE Day'],
    ['2021-12-27', 'the substitute for Christmas Day'],
    ['2021-12-28', 'the substitute for Boxing Day'],
    ['2022-06-02', 'the spring holiday that moved'],
    ['2022-06-03', 'the Platinum Jubilee'],
    ['2022-09-19', 'the State Funeral'],
    ['2023-05-08', 'the Coronation'],
    ['2026-12-28', 'the substitute for Boxing Day'],
    ['2027-12-27', 'the substitute for Christmas Day'],
    ['2027-12-28', 'the substitute for Boxing Day'],
  ])('does not count %s, %s', (date) => {
    expect(isWorkingDay(date)).toBe(false);
  });

  it('counts the Monday that the spring holiday moved away from', () => {
    expect(isWorkingDay('2022-05-30')).toBe(true);
  });

  it('counts five working days over Christmas 2026', () => {
    expect(workingDaysAfter('2026-12-23', 5)).toEqual({ date: '2027-01-04', provisional: false });
  });

  it('takes a day that was proclaimed since', () => {
    expect(workingDaysAfter('2026-06-01', 1, new Set(['2026-06-02']))).toEqual({
      date: '2026-06-03',
      provisional: false,
    });
  });

  it('marks a deadline beyond the published years as provisional', () => {
    expect(workingDaysAfter(BANK_HOLIDAYS_KNOWN_UNTIL, 1).provisional).toBe(true);
  });
});
