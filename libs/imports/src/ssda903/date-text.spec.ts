import { toDate } from './date-text';

describe('a date in a return', () => {
  it.each([
    ['31/03/2025', '2025-03-31'],
    ['1/4/2024', '2024-04-01'],
    ['01-04-2024', '2024-04-01'],
    ['01/04/2024 00:00', '2024-04-01'],
    ['2024-04-01', '2024-04-01'],
    ['2024-04-01T00:00:00.000Z', '2024-04-01'],
    ['2024-04-01 00:00:00', '2024-04-01'],
    ['29/02/2023', undefined],
    ['04/13/2024', undefined],
    ['01/04/24', undefined],
    ['2024-04-01 09:30', undefined],
    ['notadate', undefined],
    ['', undefined],
  ])('%j is %j', (text, date) => {
    expect(toDate(text)).toBe(date);
  });
});
