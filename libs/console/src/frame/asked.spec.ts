import { addressOf, asked, askedCursor, askedNumber, askedWord } from './asked';

describe('what the address of a page asks for', () => {
  it('takes nothing for a number, a word or a cursor but one', () => {
    expect(asked({ by: ' Ada ' }, 'by')).toBe('Ada');
    expect(['12', '-1', '1.5', 'x', ''].map((after) => askedNumber({ after }, 'after'))).toStrictEqual([
      ...[12, undefined, undefined, undefined, undefined],
    ]);
    expect(askedWord({ scope: 'theirs' }, 'scope', ['ours', 'here'])).toBe('ours');
    expect(askedCursor({ cursor: 'x'.repeat(401) })).toStrictEqual({});
  });

  it('leaves out of a link what was not asked for, and keeps signs from becoming others', () => {
    expect(addressOf('/console/registers', { on: '', from: undefined, cursor: 'a&b=c', page: 2 })).toBe(
      '/console/registers?cursor=a%26b%3Dc&page=2',
    );
  });
});
