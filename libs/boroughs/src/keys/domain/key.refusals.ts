import { refuse } from '@ibex/kernel';
import type { Refusal } from '@ibex/kernel';

/** Every expected "no": a sentence that says what to do instead, and the field where one is at fault. */
const REFUSALS = {
  'key/not-known': ['There is no such key of your authority.'],
  'key/already-proved': [
    'This key is proved already, and a proof counts once. To put another in its place, make a new pair and offer that.',
  ],
  'key/was-revoked': [
    'This key was revoked, which is for good. Make a new pair and offer its public half.',
    'jwk',
  ],
  'key/had-its-time': ['This key has had its time. Make a new pair and offer its public half.', 'jwk'],
  'key/ends-too-soon': [
    'The key would end within a day. Give a later end, or leave it out for a year from now.',
    'notAfter',
  ],
  'key/ends-too-late': [
    'The key would be in use for more than two years. Give an earlier end; a new key can take its place at any time.',
    'notAfter',
  ],
  'key/too-many-offers': [
    'Five keys wait to be proved already. Prove one of them, or wait a quarter of an hour until they lapse.',
    'jwk',
  ],
  'key/challenge-expired': [
    'The challenge has expired. Offer the key again, with a new Idempotency-Key, and answer the new challenge in time.',
    'nonce',
  ],
  'key/proof-wrong': [
    'This is not what the challenge for this key holds. Decrypt the challenge of this very key, as last offered, and send its nonce.',
    'nonce',
  ],
} as const satisfies Readonly<Record<string, readonly [because: string, field?: string]>>;

export type KeyRefusal = Refusal<keyof typeof REFUSALS>;

export const KEY_REFUSALS: readonly string[] = Object.keys(REFUSALS);

export const refused = (code: KeyRefusal['code']) => {
  const [because, field] = REFUSALS[code];
  return refuse(code, because, field);
};
