import { MessageNotTaken } from '@ibex/kernel';
import fc from 'fast-check';
import { NotACloudEvent } from './cloud-event';
import { toKafkaRecord } from './kafka-record';
import { fromKafkaRecord } from './received-record';

/** As libs/delivery makes them. */
const event = {
  specversion: '1.0',
  id: 'e-1',
  source: 'urn:ibex:authority:E09000012',
  type: 'uk.ibex.placement.notified',
  subject: 'record-ref-1',
  time: '2026-03-02T09:00:00.000Z',
  dataschema: 'urn:ibex:schema:uk.ibex.placement.notified:1',
  datacontenttype: 'application/json',
  sequence: 7,
  data: { kind: 'Placement notified', urgency: 'prompt', links: { detail: '/v1/notices/f' } },
};
const MODES = ['binary', 'structured'] as const;

/** What a client receives: every header as bytes. */
const received = (
  asked: Readonly<Record<string, unknown>>,
  mode: (typeof MODES)[number],
): ReturnType<typeof fromKafkaRecord> => {
  const { value, headers } = toKafkaRecord({ key: 'k', event: asked }, mode);
  const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)] as const);
  return fromKafkaRecord({ value, headers: Object.fromEntries(bytes) });
};

describe('a notice as a Kafka record', () => {
  it('is attributes in headers and data as value in binary mode', () => {
    expect(toKafkaRecord({ key: 'record-ref-1', event }, 'binary')).toEqual({
      key: 'record-ref-1',
      value: Buffer.from(JSON.stringify(event.data)),
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: 'e-1',
        ce_source: 'urn:ibex:authority:E09000012',
        ce_type: 'uk.ibex.placement.notified',
        ce_subject: 'record-ref-1',
        ce_time: '2026-03-02T09:00:00.000Z',
        ce_dataschema: 'urn:ibex:schema:uk.ibex.placement.notified:1',
        ce_sequence: '7',
      },
    });
  });

  it('is the whole event as JSON in structured mode', () => {
    expect(toKafkaRecord({ key: 'record-ref-1', event }, 'structured')).toEqual({
      key: 'record-ref-1',
      value: Buffer.from(JSON.stringify(event)),
      headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
    });
  });

  it.each(MODES)('is the same event again when read, its number a number, in %s mode', (mode) => {
    expect(received(event, mode)).toEqual(event);
  });

  it('keeps whatever text, JSON and bytes hold, in both modes', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    const json = fc.jsonValue().map((data) => ({ data: JSON.parse(JSON.stringify(data)) as unknown }));
    const bytes = fc.uint8Array().map((of) => ({
      datacontenttype: 'application/octet-stream',
      data_base64: Buffer.from(of).toString('base64'),
    }));
    const attributes = fc.record({ id: text, source: text, type: text, subject: text, partitionkey: text });
    const number = fc.record({ sequence: fc.nat() });
    fc.assert(
      fc.property(attributes, number, fc.oneof(json, bytes), (named, numbered, payload) => {
        const asked = {
          specversion: '1.0',
          datacontenttype: 'application/json',
          ...named,
          ...numbered,
          ...payload,
        };
        for (const mode of MODES) expect(received(asked, mode)).toEqual(asked);
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing of the event: a partition key stays, and none is made', () => {
    expect(received(event, 'binary')).not.toHaveProperty('partitionkey');
    expect(received({ ...event, partitionkey: 'p' }, 'binary')).toHaveProperty('partitionkey', 'p');
  });

  it.each([
    [{ ...event, specversion: '0.3' }, 'specversion is not 1.0'],
    [{ ...event, source: '' }, 'source is not a text with something in it'],
    [{ ...event, recordRef: 'r' }, 'attribute recordRef is not legal'],
    [{ ...event, ratio: 0.5 }, 'attribute ratio is not legal'],
    [{ ...event, nested: {} }, 'attribute nested is not legal'],
    [{ ...event, data: undefined }, 'it has no data'],
    [
      { ...event, datacontenttype: 'text/plain' },
      'its data is neither text nor bytes, as text/plain asks for',
    ],
  ])('is not made of what is no CloudEvent', (wrong, reason) => {
    const make = (): unknown => toKafkaRecord({ key: 'k', event: wrong }, 'binary');
    expect(make).toThrow(MessageNotTaken);
    expect(make).toThrow(`message e-1 was not taken: ${reason}`);
  });

  it('is held to the same names in structured mode', () => {
    const wrong = { ...event, recordRef: 'r' };
    expect(() => toKafkaRecord({ key: 'k', event: wrong }, 'structured')).toThrow(MessageNotTaken);
  });
});

describe('a record that is read', () => {
  const structured = (json: string): unknown =>
    fromKafkaRecord({ value: json, headers: { 'Content-Type': 'Application/CloudEvents+JSON' } });

  it.each([
    ['{', 'its JSON does not parse'],
    ['[]', 'its JSON is no object'],
    ['{"specversion":"1.0","id":"i","source":"s"}', 'type is not a text'],
  ])('is refused when it is no CloudEvent: %s', (json, reason) => {
    expect(() => structured(json)).toThrow(NotACloudEvent);
    expect(() => structured(json)).toThrow(reason);
  });

  it('is refused as a batch, in a format that is not JSON, and without any header', () => {
    const of = (contentType: string) => (): unknown =>
      fromKafkaRecord({ value: 'x', headers: { 'content-type': contentType } });
    expect(of('application/cloudevents-batch+json')).toThrow('it is a batch');
    expect(of('application/cloudevents+avro')).toThrow('its format is not JSON');
    expect(() => fromKafkaRecord({ value: 'x' })).toThrow('specversion is not 1.0');
  });

  it('quotes nothing of what it read', () => {
    expect(() => structured('{"surname": Swift')).toThrow(/^not a CloudEvent 1.0: its JSON does not parse$/);
  });

  it('takes a number in text for the number, and leaves other orders as they are', () => {
    const base = { specversion: '1.0', id: 'i', source: 's', type: 't' };
    const sequenceOf = (sequence: unknown): unknown =>
      fromKafkaRecord({
        value: JSON.stringify({ ...base, sequence }),
        headers: { 'content-type': 'application/cloudevents+json' },
      })['sequence'];
    expect(['12', 12, '007', 'a-1'].map(sequenceOf)).toEqual([12, 12, '007', 'a-1']);
  });

  it('has no data when the record has no value', () => {
    const headers = { ce_specversion: '1.0', ce_id: 'i', ce_source: 's', ce_type: 't' };
    expect(fromKafkaRecord({ value: null, headers })).toEqual({
      specversion: '1.0',
      id: 'i',
      source: 's',
      type: 't',
    });
  });
});
