import type { AnswerOf } from '@ibex/sdk';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { dayTyped } from '../../frame/typed-times';
import type { Cell } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { messagesOf } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { shortly } from '../parts/words';

type Answer = AnswerOf<'get', '/v1/authority-keys'>;
export type Key = Answer['keys'][number];
export type Offered = AnswerOf<'post', '/v1/authority-keys'>;

export const PATH = '/console/governance/keys';
export const KEYS_CRUMB = { text: 'Keys', href: PATH };
export const KEY_DONE = {
  proved: 'The key is proved. Details are sealed to it from now on.',
  revoked: 'The key is revoked. Nothing is sealed to it any more.',
};

const STATES: Readonly<Record<Key['state'], readonly [text: string, colour: string]>> = {
  offered: ['To be proved', 'yellow'],
  lapsed: ['Not proved in time', 'grey'],
  active: ['Sealed to now', 'green'],
  retiring: ['Keep its private half', 'light-blue'],
  retired: ['Retired', 'grey'],
  expired: ['Ended', 'grey'],
  revoked: ['Revoked', 'red'],
};
const REVOCABLE: ReadonlySet<Key['state']> = new Set(['offered', 'active', 'retiring']);

const endOf = ({ revokedAt, retiresAt, notAfter, state }: Key): Cell => {
  if (revokedAt !== undefined) return { lines: [{ hint: 'revoked' }, { when: revokedAt }] };
  if (retiresAt !== undefined && state !== 'retired')
    return { lines: [{ hint: 'retires' }, { when: retiresAt }] };
  return { lines: [{ hint: state === 'expired' ? 'ended' : 'ends' }, { when: notAfter }] };
};

const rowOf = (key: Key, may: boolean): readonly Cell[] => [
  { mono: shortly(key.kid) },
  { lines: [`${key.jwk.kty}${key.jwk.crv === undefined ? '' : ` ${key.jwk.crv}`}`, { hint: key.alg }] },
  { tag: STATES[key.state][0], colour: STATES[key.state][1] },
  endOf(key),
  may && REVOCABLE.has(key.state)
    ? { text: 'Revoke', href: `${PATH}/${key.kid}/revoke`, about: `key ${shortly(key.kid)}` }
    : '',
];

const WARNINGS = {
  'nothing-to-seal-to':
    'Details cannot be sealed to you now. Sealed subscriptions wait until you register a key.',
  'ends-soon':
    'The last of your keys ends within 30 days. Register the next one now, so that sealed subscriptions do not stop.',
} as const;

export const keysPage = (answer: Answer, more: Readonly<{ may: boolean; done?: string | undefined }>) => ({
  ...headed('Keys'),
  ...more,
  warning: answer.warning && answer.keys.length > 0 ? WARNINGS[answer.warning] : undefined,
  endsAt: answer.endsAt,
  table: {
    caption: 'Keys of your authority, the newest first',
    columns: ['Key', 'Kind', 'State', 'Until', 'What to do'],
    rows: answer.keys.map((key) => rowOf(key, more.may)),
  },
});

export const registerPage = (form: Filling) => ({ ...headed('Register a key', KEYS_CRUMB), form });

const MOST = 20_000;
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth'];

type Pasted = Readonly<{ jwk: Readonly<Record<string, unknown>> } | { fault: string }>;

/** A public key as somebody pasted it. A private half is refused here, before it goes any further. */
export const pastedKey = (text: string): Pasted => {
  if (text === '') return { fault: 'Paste the public key' };
  if (text.length > MOST) return { fault: 'This is too long for a key. Paste one public key' };
  try {
    const jwk: unknown = JSON.parse(text);
    if (typeof jwk !== 'object' || jwk === null || Array.isArray(jwk)) throw new RangeError('no object');
    return PRIVATE.some((name) => name in jwk)
      ? {
          fault:
            'This holds the private half. It has been nowhere but here; paste the public half only, and make a new pair if others saw this',
        }
      : { jwk: Object.fromEntries(Object.entries(jwk)) };
  } catch {
    return { fault: 'This is no JSON. Paste the key as a JSON Web Key, from { to }' };
  }
};

const isDays = (text: string): boolean => text === '' || (/^\d{1,2}$/.test(text) && Number(text) <= 90);

export const registerFaults = (form: Form): FormFaults | undefined => {
  const pasted = pastedKey(form.text('jwk'));
  const until = form.text('notAfter');
  const messages = messagesOf(
    ['jwk', 'jwk' in pasted, 'fault' in pasted ? pasted.fault : ''],
    [
      'notAfter',
      until === '' || dayTyped(until) !== undefined,
      'Enter a real day, for example 31 March 2028, or leave this empty',
    ],
    [
      'overlapDays',
      isDays(form.text('overlapDays')),
      'Enter a number of days from 0 to 90, or leave this empty',
    ],
  );
  return messages && faultsOf(messages);
};

/** Faults of parts of the key belong to the one field that it was pasted into. */
export const atKey = ({ summary, of }: FormFaults): FormFaults => {
  const parts = Object.entries(of).filter(([field]) => field.startsWith('jwk.'));
  const text = parts.map(([field, message]) => `${field.slice(4)} ${message}`).join(' ');
  return {
    summary: summary.map((line) => (line.href?.startsWith('#jwk-') ? { ...line, href: '#jwk' } : line)),
    of: text === '' ? of : { ...of, jwk: text },
  };
};

export const provePage = (offered: Offered, id: string, form: Filling) => ({
  ...headed('Prove that the key is yours', KEYS_CRUMB),
  ...{ form, offered, action: `${PATH}/offers/${id}` },
});

const REASONS = {
  compromised: 'Others may have its private half',
  lost: 'Its private half is lost',
  'not-needed-any-more': 'It is not needed any more',
  'registered-in-error': 'It was registered in error',
} as const;
export type Reason = keyof typeof REASONS;
export const isReason = (code: string): code is Reason => Object.hasOwn(REASONS, code);

export const revokePage = (key: Key, form: Filling, isLast: boolean) => ({
  ...headed('Revoke a key', KEYS_CRUMB),
  ...{ form, isLast, kid: key.kid, action: `${PATH}/${key.kid}/revoke` },
  reasons: Object.entries(REASONS).map(([value, text]) => ({ value, text })),
});
