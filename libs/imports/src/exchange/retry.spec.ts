import { waitMs } from './retry';

const busy = (retryAfter?: string): Response =>
  new Response(null, { status: 503, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } });

describe('how long to wait before asking again', () => {
  it.each([
    ['as many seconds as asked for', 1, busy('3'), 3_000],
    ['until the moment asked for', 1, busy('Thu, 01 Jan 1970 00:00:10 GMT'), 5_000],
    ['no longer than half a minute', 1, busy('3600'), 30_000],
    ['a quarter of a second at first', 1, busy(), 250],
    ['twice as long each time', 4, busy(), 2_000],
    ['as long when it cannot be reached', 2, new TypeError('fetch failed'), 500],
    ['as usual when what is asked for makes no sense', 1, busy('soon'), 250],
  ])('%s', (_, attempt, trouble, ms) => {
    expect(waitMs(attempt, trouble, 5_000)).toBe(ms);
  });
});
