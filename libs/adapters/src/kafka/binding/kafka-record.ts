import { MessageNotTaken } from '@ibex/kernel';
import { faultOf } from './cloud-event';
import { STRUCTURED, isJson } from './media-type';
import { checkAttributes, headersOf } from './record-headers';

/** How an event is laid into a record: attributes as headers, or the whole event as JSON. */
export type ContentMode = 'binary' | 'structured';

/** What a producer hands to Kafka. `key`: opaque; what shares it stays in order. */
export type KafkaRecord = Readonly<{
  key: string;
  value: Buffer;
  headers: Record<string, Buffer | string>;
}>;

export type KeyedEvent = Readonly<{ key: string; event: Readonly<Record<string, unknown>> }>;

const contentTypeOf = ({ datacontenttype }: Readonly<Record<string, unknown>>): string =>
  typeof datacontenttype === 'string' ? datacontenttype : 'application/json';

const valueOf = (id: string, event: Readonly<Record<string, unknown>>, contentType: string): Buffer => {
  const { data, data_base64: bytes } = event;
  if (typeof bytes === 'string') return Buffer.from(bytes, 'base64');
  // a record without a value deletes, in a compacted topic, what its key held: an event must not do that by chance
  if (data === undefined) throw new MessageNotTaken(id, 'it has no data');
  if (isJson(contentType)) return Buffer.from(JSON.stringify(data), 'utf8');
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  throw new MessageNotTaken(id, `its data is neither text nor bytes, as ${contentType} asks for`);
};

/**
 * The record of an event, as the CloudEvents Kafka protocol binding 1.0 says. The event itself is not changed: a
 * `partitionkey` in it stays, and none is made from the key. Throws MessageNotTaken for what is no CloudEvent 1.0.
 */
export const toKafkaRecord = ({ key, event }: KeyedEvent, mode: ContentMode): KafkaRecord => {
  const id = String(event['id']);
  const fault = faultOf(event);
  if (fault !== undefined) throw new MessageNotTaken(id, fault);
  if (mode === 'structured') {
    checkAttributes(id, event);
    return {
      key,
      value: Buffer.from(JSON.stringify(event), 'utf8'),
      headers: { 'content-type': STRUCTURED },
    };
  }
  const contentType = contentTypeOf(event);
  return { key, value: valueOf(id, event, contentType), headers: headersOf(id, event, contentType) };
};
