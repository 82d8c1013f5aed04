import { dayTyped, instantTyped, timeTyped } from './typed-times';

describe('dates and times as people type them', () => {
  it.each([
    ['3/3/2025', '2025-03-03'],
    ['03.03.2025', '2025-03-03'],
    ['3 March 2025', '2025-03-03'],
    ['3rd mar 2025', '2025-03-03'],
    ['2025-03-03', '2025-03-03'],
  ])('takes %s for a day', (typed, day) => {
    expect(dayTyped(typed)).toBe(day);
  });

  it.each(['', '30/2/2025', '3/13/2025', '3 Marmalade', '3/3/25', 'yesterday'])(
    'takes "%s" for no day',
    (typed) => {
      expect(dayTyped(typed)).toBeUndefined();
    },
  );

  it.each([
    ['2:14am', '02:14'],
    ['2.14 pm', '14:14'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['14:30', '14:30'],
    ['midday', '12:00'],
    ['Midnight', '00:00'],
  ])('takes %s for a time', (typed, time) => {
    expect(timeTyped(typed)).toBe(time);
  });

  it.each(['', '14', '25:00', '13pm', '9:75', 'soon'])('takes "%s" for no time', (typed) => {
    expect(timeTyped(typed)).toBeUndefined();
  });

  it('goes by a clock in London', () => {
    expect(instantTyped('1/7/2026', '9am')).toBe('2026-07-01T08:00:00.000Z');
    expect(instantTyped('1/12/2026', '9am')).toBe('2026-12-01T09:00:00.000Z');
  });

  it('keeps the hour right on days on which the clocks change, and knows an hour that never was', () => {
    expect(instantTyped('29/3/2026', '9am')).toBe('2026-03-29T08:00:00.000Z');
    expect(instantTyped('25/10/2026', '9am')).toBe('2026-10-25T09:00:00.000Z');
    expect(instantTyped('29/3/2026', '1:30am')).toBeUndefined();
  });
});
