import { Acknowledgements } from './acknowledgements';

const held = (topicName: string, partition: number, errorCode = 0) => ({ topicName, partition, errorCode });

describe('messages are held once every partition that they went to was answered for', () => {
  const acknowledgements = new Acknowledgements();
  beforeEach(() => {
    acknowledgements.clear();
    acknowledgements.expect('a', 0);
    acknowledgements.expect('a', 2);
    acknowledgements.expect('b', 0);
  });

  it('and not before', () => {
    expect(acknowledgements.missingIn([held('a', 0), held('b', 0), held('a', 2)])).toBeUndefined();
    expect(acknowledgements.missingIn([held('a', 0), held('b', 0)])).toBe('a/2');
    expect(acknowledgements.missingIn([held('a', 0), held('a', 2)])).toBe('b/0');
    expect(acknowledgements.missingIn([])).toBe('a/0');
  });

  it('and not by an error', () => {
    expect(acknowledgements.missingIn([held('a', 0), held('b', 0, 3), held('a', 2)])).toBe('b/0');
  });

  it('and those of the request before are not waited for', () => {
    acknowledgements.clear();
    expect(acknowledgements.missingIn([])).toBeUndefined();
  });
});

it('a message goes to the partition that the Java client would choose by its key', () => {
  const acknowledgements = new Acknowledgements();
  const choose = acknowledgements.partitioner();
  const partitionMetadata = Array.from({ length: 100 }, (_, partitionId) => ({
    ...{ partitionId, partitionErrorCode: 0, leader: 1, replicas: [], isr: [] },
  }));
  const put = (key: string): number =>
    choose({ topic: 'a', partitionMetadata, message: { key, value: 'v' } });
  // murmur2 of these keys is -790332482, -973932308 and -985981536 (Kafka's UtilsTest); made positive, modulo 100
  expect(['foobar', '21', 'a-little-bit-long-string'].map(put)).toEqual([66, 40, 12]);
  expect(acknowledgements.missingIn([])).toBe('a/66');
});
