import { packAppends, unpackAppends } from './append-protocol';
import type { AppendRequest } from './append-protocol';

describe('appends on their way to the writer', () => {
  it('arrive as they were sent', () => {
    const requests: readonly AppendRequest[] = [
      { stream: 'move-1', category: 'move', expected: 'none', facts: [['a', 'A', 't', '{}', null, '{}']] },
      { stream: 'move-2', category: 'move', expected: 'any', facts: [] },
      {
        stream: 'move-1',
        category: 'move',
        expected: 0,
        facts: [
          ['b', 'B', 't', '{"x":1}', 'sealed', '{}'],
          ['c', 'C', 't', '"Ż"', null, '{}'],
        ],
      },
    ];
    expect(unpackAppends(packAppends(requests))).toEqual(requests);
    expect(unpackAppends(packAppends([]))).toEqual([]);
  });
});
