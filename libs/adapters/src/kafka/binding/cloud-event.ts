import { IbexError } from '@ibex/kernel';

/** A CloudEvent 1.0 as JSON says it. Without `datacontenttype`, `data` is JSON. */
export type CloudEvent = Readonly<Record<string, unknown>> &
  Readonly<{ specversion: '1.0'; id: string; source: string; type: string }>;

/** The bytes of a record are no CloudEvent 1.0. The message names what is wrong, never what the record says. */
export class NotACloudEvent extends IbexError {
  constructor(reason: string, options?: ErrorOptions) {
    super('bus/not-a-cloud-event', `not a CloudEvent 1.0: ${reason}`, options);
  }
}

/** What is not an attribute but the payload. */
export const PAYLOAD: ReadonlySet<string> = new Set(['data', 'data_base64']);

const REQUIRED = ['id', 'source', 'type'] as const;

/** What keeps it from being a CloudEvent 1.0; undefined when nothing does. CloudEvents 1.0.2, "Required attributes". */
export const faultOf = (event: Readonly<Record<string, unknown>>): string | undefined => {
  if (event['specversion'] !== '1.0') return 'specversion is not 1.0';
  const missing = REQUIRED.find((name) => typeof event[name] !== 'string' || event[name] === '');
  return missing === undefined ? undefined : `${missing} is not a text with something in it`;
};

export const isCloudEvent = (event: Readonly<Record<string, unknown>>): event is CloudEvent =>
  faultOf(event) === undefined;

const WHOLE_NUMBER = /^(0|[1-9]\d{0,15})$/;

/**
 * `sequence` is a whole number here; other senders, and headers, say it as text. CloudEvents leaves it to the reader to
 * know the type of an extension.
 */
export const sequenceOf = (sequence: unknown): unknown =>
  typeof sequence === 'string' && WHOLE_NUMBER.test(sequence) && Number.isSafeInteger(Number(sequence))
    ? Number(sequence)
    : sequence;
