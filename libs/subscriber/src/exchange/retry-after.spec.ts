import { retryAfterMs } from './retry-after';

describe('Retry-After', () => {
  const now = Date.parse('2026-03-02T09:00:00Z');
  it.each([
    ['3', 3000],
    ['0', 0],
    ['Mon, 02 Mar 2026 09:00:05 GMT', 5000],
    ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('of %s is %s milliseconds', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
