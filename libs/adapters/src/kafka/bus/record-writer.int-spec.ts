import { startKafkaServer } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { makeTopics, recordsIn } from '../kafka.fixture';
import { topicOf } from '../kafka.settings';
import { RecordWriter } from './record-writer';

let kafka: KafkaServer;
const writers: RecordWriter[] = [];
const writerTo = (topic: string): RecordWriter => {
  const connection = { brokers: [kafka.at('plaintext')], clientId: 'spec', requestTimeoutMs: 3_000 };
  const writer = new RecordWriter(connection, topic);
  writers.push(writer);
  return writer;
};
beforeAll(async () => {
  kafka = await startKafkaServer('--listeners', 'plaintext');
}, 60_000);
afterAll(async () => {
  for (const writer of writers) writer.close();
  await kafka.stop();
});

describe('records of any kind', () => {
  it('stand in the topic as they were given, in order', async () => {
    await makeTopics(kafka.at('plaintext'), ['any']);
    const writer = writerTo(topicOf('any'));
    await writer.write([
      { key: 'record-1', value: Buffer.from('no event'), headers: { 'x-other': 'é' } },
      { key: null, value: null },
    ]);
    await writer.write([{ key: 'record-1', value: Buffer.from('{}') }]);
    const records = await recordsIn(kafka.at('plaintext'), 'any');
    expect(records.map(({ key, value }) => [key?.toString(), value?.toString()])).toEqual([
      ['record-1', 'no event'],
      [undefined, undefined],
      ['record-1', '{}'],
    ]);
    expect(records[0]?.headers?.['x-other']?.toString()).toBe('é');
  });

  it('are not taken for a topic that is not there, and the next go through once it is', async () => {
    const writer = writerTo(topicOf('none-yet'));
    await expect(writer.write([{ key: 'k', value: Buffer.from('1') }])).rejects.toMatchObject({
      name: 'BusUnavailable',
    });
    await makeTopics(kafka.at('plaintext'), ['none-yet']);
    await writer.write([{ key: 'k', value: Buffer.from('2') }]);
    const records = await recordsIn(kafka.at('plaintext'), 'none-yet');
    expect(records.map(({ value }) => value?.toString())).toEqual(['2']);
  });
});
