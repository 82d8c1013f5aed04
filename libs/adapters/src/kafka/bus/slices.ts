import type { BusMessage } from '@ibex/kernel';
import type { KafkaRecord } from '../binding/kafka-record';

/** A message with its record. */
export type Outgoing = Readonly<{ message: BusMessage; record: KafkaRecord; bytes: number }>;

/**
 * A broker takes 1 MiB per topic and request by default (`max.message.bytes` holds for a batch, not for a message), and
 * the client makes one batch of what it is given.
 */
const TOPIC_BYTES = 768 * 1024;
const REQUEST_BYTES = 8 * 1024 * 1024;
/** More than what a record and a header add to their contents. */
const RECORD_OVERHEAD = 64;
const HEADER_OVERHEAD = 8;

export const bytesOf = ({ key, value, headers }: KafkaRecord): number => {
  let bytes = RECORD_OVERHEAD + Buffer.byteLength(key) + value.length;
  for (const name of Object.keys(headers))
    bytes += name.length + Buffer.byteLength(headers[name] ?? '') + HEADER_OVERHEAD;
  return bytes;
};

/** In the order given, cut where a topic or the whole request would grow too large. A single message is never cut. */
export const slicesOf = (outgoing: readonly Outgoing[]): readonly (readonly Outgoing[])[] => {
  const slices: Outgoing[][] = [];
  let perTopic = new Map<string, number>();
  let total = 0;
  for (const each of outgoing) {
    const ofTopic = (perTopic.get(each.message.authority) ?? 0) + each.bytes;
    total += each.bytes;
    const current = slices.at(-1);
    if (current === undefined || ofTopic > TOPIC_BYTES || total > REQUEST_BYTES) {
      slices.push([each]);
      perTopic = new Map([[each.message.authority, each.bytes]]);
      total = each.bytes;
    } else {
      current.push(each);
      perTopic.set(each.message.authority, ofTopic);
    }
  }
  return slices;
};

/** Around the largest message: what stands before it, itself, what stands after it. */
export const aroundLargest = (
  outgoing: readonly Outgoing[],
): readonly [readonly Outgoing[], readonly Outgoing[], readonly Outgoing[]] => {
  const most = Math.max(...outgoing.map(({ bytes }) => bytes));
  const at = outgoing.findIndex(({ bytes }) => bytes === most);
  return [outgoing.slice(0, at), outgoing.slice(at, at + 1), outgoing.slice(at + 1)];
};
