import { fromCursor, toCursor, toPage } from './cursor';

describe('cursors', () => {
  it('gives back the key that it was made from', () => {
    expect(fromCursor(toCursor(['2025-03-31', 'placement-é']), 2)).toStrictEqual([
      '2025-03-31',
      'placement-é',
    ]);
  });

  it('starts from the beginning without one', () => {
    expect(fromCursor(undefined, 2)).toBeUndefined();
  });

  it.each([
    ['no base64url', '%%%'],
    ['no JSON', Buffer.from('x').toString('base64url')],
    ['no list', Buffer.from('{}').toString('base64url')],
    ['a key of another list', toCursor(['one'])],
    ['a key of other things', Buffer.from('[1,2]').toString('base64url')],
  ])('refuses one that is %s', (_, cursor) => {
    expect(() => fromCursor(cursor, 2)).toThrow('The cursor is not one that this list gave out.');
  });

  it('offers a next page only when there is more', () => {
    const keyOf = (row: string): readonly string[] => [row];

    expect(toPage(['a', 'b', 'c'], 2, keyOf)).toStrictEqual({ rows: ['a', 'b'], next: toCursor(['b']) });
    expect(toPage(['a', 'b'], 2, keyOf)).toStrictEqual({ rows: ['a', 'b'] });
    expect(toPage([], 2, keyOf)).toStrictEqual({ rows: [] });
  });
});
