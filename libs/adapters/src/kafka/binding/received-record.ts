import { NotACloudEvent, faultOf, isCloudEvent, sequenceOf } from './cloud-event';
import type { CloudEvent } from './cloud-event';
import { formOf, isJson, isText } from './media-type';
import { textsOf } from './record-headers';
import type { ReceivedHeaders } from './record-headers';

/** What a consumer gets from Kafka, whatever client it uses. */
export type ReceivedRecord = Readonly<{
  value: Buffer | string | null;
  headers?: ReceivedHeaders | undefined;
}>;

const PREFIX = 'ce_';

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    // the parser's own message quotes what it read, so it is not kept as a cause
    throw new NotACloudEvent('its JSON does not parse');
  }
};

const toPayload = (
  value: Buffer | string | null,
  contentType: string | undefined,
): Readonly<Record<string, unknown>> => {
  if (value === null) return {};
  if (contentType !== undefined && isJson(contentType)) return { data: parsed(value.toString('utf8')) };
  if (contentType !== undefined && isText(contentType)) return { data: value.toString('utf8') };
  return { data_base64: Buffer.from(value).toString('base64') };
};

const fromBinary = (
  value: Buffer | string | null,
  headers: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> => {
  const attributes = [...headers].flatMap(([name, text]) =>
    name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), text] as const] : [],
  );
  const contentType = headers.get('content-type');
  return {
    ...Object.fromEntries(attributes),
    ...(contentType === undefined ? {} : { datacontenttype: contentType }),
    ...toPayload(value, contentType),
  };
};

const fromStructured = (value: Buffer | string | null): Readonly<Record<string, unknown>> => {
  const event = parsed((value ?? '').toString('utf8'));
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    throw new NotACloudEvent('its JSON is no object');
  // an attribute that is null is one that is not set (JSON format 1.0.2, section 2.3); null as data is data
  const isSet = ([name, value]: [string, unknown]): boolean => value !== null || name === 'data';
  return Object.fromEntries(Object.entries(event).filter(isSet));
};

const attributesOf = ({ value, headers = {} }: ReceivedRecord): Readonly<Record<string, unknown>> => {
  const texts = textsOf(headers);
  const form = formOf(texts.get('content-type'));
  switch (form) {
    case 'structured':
      return fromStructured(value);
    case 'binary':
      return fromBinary(value, texts);
    case 'batch':
      throw new NotACloudEvent('it is a batch');
    case 'unknown-format':
      throw new NotACloudEvent('its format is not JSON');
  }
};

/**
 * The event of a record in either content mode. Of extensions only `sequence` gets its type back from a header; others
 * come as text in binary mode. The record's key is not part of the event. Throws NotACloudEvent.
 */
export const fromKafkaRecord = (record: ReceivedRecord): CloudEvent => {
  const attributes = attributesOf(record);
  const sequence = sequenceOf(attributes['sequence']);
  const event = sequence === undefined ? attributes : { ...attributes, sequence };
  if (!isCloudEvent(event)) throw new NotACloudEvent(faultOf(event) ?? 'fault');
  return event;
};
