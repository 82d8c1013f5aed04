import { dueBefore, dueBy, dueWorkingDaysAfter, dueWorkingDaysAfterInstant } from './due';

it('is due at the end of the London day, summer and winter', () => {
  expect(dueWorkingDaysAfter('2026-03-02', 5)).toEqual({ dueAt: '2026-03-10T00:00:00.000Z' });
  expect(dueWorkingDaysAfter('2026-06-01', 5)).toEqual({ dueAt: '2026-06-08T23:00:00.000Z' });
});

it('counts from the London date of an instant, which may be the next one', () => {
  expect(dueWorkingDaysAfterInstant('2026-06-01T22:59:59.999Z', 1)).toEqual({
    dueAt: '2026-06-02T23:00:00.000Z',
  });
  expect(dueWorkingDaysAfterInstant('2026-06-01T23:00:00.000Z', 1)).toEqual({
    dueAt: '2026-06-03T23:00:00.000Z',
  });
});

it('leaves out bank holidays and weekends', () => {
  expect(dueWorkingDaysAfter('2026-04-02', 1)).toEqual({ dueAt: '2026-04-07T23:00:00.000Z' });
});

it('is provisional beyond the published bank holidays', () => {
  expect(dueWorkingDaysAfter('2028-12-29', 1)).toEqual({
    dueAt: '2029-01-02T00:00:00.000Z',
    provisional: true,
  });
});

it('before a date means before it begins in London, by a date before it is over', () => {
  expect(dueBefore('2026-07-01')).toEqual({ dueAt: '2026-06-30T23:00:00.000Z' });
  expect(dueBy('2026-07-01')).toEqual({ dueAt: '2026-07-01T23:00:00.000Z' });
});
