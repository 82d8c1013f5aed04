import type { ArrivedContent } from '@ibex/kernel';
import type { KafkaMessage } from 'kafkajs';
import { NotACloudEvent } from '../binding/cloud-event';
import { fromKafkaRecord } from '../binding/received-record';

const asText = ({ value, headers }: KafkaMessage): string =>
  JSON.stringify({
    headers: Object.entries(headers ?? {}).map(([name, bytes]) => [name, String(bytes)]),
    value: value === null ? null : value.toString('base64'),
  });

/** The event of a record; the record itself where it is none, so that it can be set aside and looked at. */
export const contentOf = (message: KafkaMessage): ArrivedContent => {
  try {
    return { event: fromKafkaRecord(message) };
  } catch (fault) {
    if (fault instanceof NotACloudEvent) return { unreadable: asText(message), reason: fault.message };
    throw fault;
  }
};
