import { hash } from 'node:crypto';

/** SHA-256, lower-case hex. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** The same text always gives the same UUID (version 8, RFC 9562 section 5.8), from its SHA-256. */
export const uuidFrom = (text: string): string => {
  const hex = sha256(text);
  const variant = '89ab'[parseInt(hex.charAt(16), 16) & 3] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** One duty of one notice, for ever: of a stream and a key, none of which says anything about a child. */
export const dutyIdOf = (stream: string, key: string): string => uuidFrom(`${stream}\n${key}`);

/** Text that an entry's (or a task's) id is derived from: one for a fact and a recipient, for ever. */
export const entryKey = (factId: string, authority: string): string => `${factId}\n${authority}`;

/** The mailbox entry that tells an authority of a fact: one for ever. */
export const entryIdOf = (factId: string, authority: string): string => uuidFrom(entryKey(factId, authority));

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** JSON that does not depend on the order in which a sender wrote its fields. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value ?? null, inOrder);
