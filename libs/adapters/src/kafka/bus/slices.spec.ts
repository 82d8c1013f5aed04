import { toKafkaRecord } from '../binding/kafka-record';
import { aMessage } from '../kafka.fixture';
import { aroundLargest, bytesOf, slicesOf } from './slices';
import type { Outgoing } from './slices';

const KIB = 1024;
let made = 0;
const outgoing = (authority: string, bytes: number): Outgoing => {
  const message = aMessage(authority, (made += 1));
  return { message, record: toKafkaRecord(message, 'binary'), bytes };
};

describe('messages to be sent', () => {
  it('go together while no topic gets more than a broker takes at once', () => {
    const sent = [outgoing('a', 700 * KIB), outgoing('b', 700 * KIB), outgoing('a', 60 * KIB)];
    expect(slicesOf(sent)).toEqual([sent]);
  });

  it('are cut, in their order, where a topic would get more', () => {
    const [a, b, c, d] = [500, 100, 300, 100].map((size) => outgoing('a', size * KIB));
    const other = outgoing('b', 700 * KIB);
    const sent = [a, b, other, c, d].filter((each) => each !== undefined);
    expect(slicesOf(sent)).toEqual([sent.slice(0, 3), sent.slice(3)]);
  });

  it('are cut where the whole would grow too large, whatever the topics', () => {
    const sent = Array.from({ length: 24 }, (_, at) => outgoing(`a-${at}`, 700 * KIB));
    expect(slicesOf(sent).map(({ length }) => length)).toEqual([11, 11, 2]);
  });

  it('are never cut within a message, however large it is', () => {
    const sent = [outgoing('a', 1), outgoing('a', 9000 * KIB), outgoing('a', 1)];
    expect(slicesOf(sent)).toEqual(sent.map((each) => [each]));
  });

  it('are no slices when there are none', () => {
    expect(slicesOf([])).toEqual([]);
  });
});

it('a refused batch is parted around its largest message', () => {
  const sent = [3, 9, 1, 9].map((size) => outgoing('a', size));
  expect(aroundLargest(sent)).toEqual([sent.slice(0, 1), sent.slice(1, 2), sent.slice(2)]);
});

it('a record counts with its key, its value and its headers, and not for less than it is', () => {
  const record = { key: 'kk', value: Buffer.from('12345'), headers: { ce_id: 'é' } };
  expect(bytesOf(record)).toBe(64 + 2 + 5 + (5 + 2 + 8));
});
