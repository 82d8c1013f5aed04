import { ProblemError } from '../problems/problem-error';
import { fromCursor, toCursor, toPage } from './cursor';

describe('a cursor', () => {
  it('leads back to where a page ended', () => {
    expect(fromCursor(toCursor('2026-03-02', 41), 2)).toEqual(['2026-03-02', 41]);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'AAAA'],
    ['too few parts', toCursor(1)],
    ['an object', Buffer.from('{"a":1}').toString('base64url')],
    ['a list inside', Buffer.from('[1,[2]]').toString('base64url')],
  ])('of %s is refused', (_, cursor) => {
    expect(() => fromCursor(cursor, 2)).toThrow(ProblemError);
  });
});

describe('a page', () => {
  const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];

  it('names the next page where there is one more row than asked for', () => {
    expect(toPage(rows, 2, ({ id }) => [id])).toEqual({ items: [{ id: 1 }, { id: 2 }], next: toCursor(2) });
  });

  it('is the last one where there is not', () => {
    expect(toPage(rows, 3, ({ id }) => [id])).toEqual({ items: rows });
    expect(toPage([], 3, () => [])).toEqual({ items: [] });
  });
});
