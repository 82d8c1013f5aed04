import { MessageNotTaken } from '@ibex/kernel';
import { PAYLOAD } from './cloud-event';

const LEGAL_NAME = /^[a-z0-9]+$/;

/** Text of an attribute. CloudEvents 1.0.2, "Type system": whole numbers and booleans have one canonical text. */
const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || Number.isSafeInteger(value)) return String(value);
  return undefined;
};

/** Names seen to be legal: events have the same few, and a regular expression each time is dear. */
const legalNames = new Set<string>();
const MOST_NAMES = 200;

const isLegal = (name: string): boolean => {
  if (legalNames.has(name)) return true;
  if (!LEGAL_NAME.test(name)) return false;
  if (legalNames.size < MOST_NAMES) legalNames.add(name);
  return true;
};

const headerOf = (id: string, name: string, value: unknown): string => {
  const text = isLegal(name) ? textOf(value) : undefined;
  if (text === undefined)
    throw new MessageNotTaken(
      id,
      `attribute ${name} is not legal: lower-case letters and digits, and a text, a whole number or a boolean as value`,
    );
  return text;
};

/** Throws MessageNotTaken for an attribute that CloudEvents does not allow. */
export const checkAttributes = (id: string, event: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(event)) {
    if (!PAYLOAD.has(name) && value !== undefined) headerOf(id, name, value);
  }
};

/** `ce_` headers of every attribute but the media type, which is `content-type`. Kafka binding 1.0.2, section 3.2.3. */
export const headersOf = (
  id: string,
  event: Readonly<Record<string, unknown>>,
  contentType: string,
): Record<string, string> => {
  const headers: Record<string, string> = { 'content-type': contentType };
  for (const [name, value] of Object.entries(event)) {
    if (PAYLOAD.has(name) || name === 'datacontenttype' || value === undefined) continue;
    headers[`ce_${name}`] = headerOf(id, name, value);
  }
  return headers;
};

/** Headers as a client hands them over: bytes, text, or several of a name. */
export type ReceivedHeaders = Readonly<
  Record<string, Buffer | string | readonly (Buffer | string)[] | undefined>
>;

/** Text of every header by its name in lower case; of several with one name the last. */
export const textsOf = (headers: ReceivedHeaders): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const last = typeof value === 'string' || Buffer.isBuffer(value) ? value : value?.at(-1);
    if (last !== undefined) texts.set(name.toLowerCase(), last.toString('utf8'));
  }
  return texts;
};
