import { refuse } from '@ibex/kernel';
import type { Refusal } from '@ibex/kernel';

/** Every expected "no": a sentence that says what to do instead, and the field where one is at fault. */
const REFUSALS = {
  'subscription/not-known': ['There is no such subscription of your authority.'],
  'subscription/already-open': ['This subscription is open already.'],
  'subscription/closed': [
    'This subscription was closed, which is for good. Open a new one; your mailbox still holds every entry.',
  ],
  'subscription/already-paused': ['This subscription is paused already; resume it when you want to go on.'],
  'subscription/not-paused': ['This subscription is not paused, so there is nothing to resume.'],
  'subscription/nothing-changed': ['The subscription is already as you ask for it to be.'],
  'subscription/target-needed': [
    'This channel has to know where to send: give the address as target.',
    'target',
  ],
  'subscription/target-not-for-this-channel': [
    'On this channel your systems fetch what is there, so it takes no target: leave it out.',
    'target',
  ],
  'subscription/filter-not-for-this-channel': [
    'The bus always carries your whole mailbox: leave the filter out, or choose another channel.',
    'filter',
  ],
  'subscription/sealed-not-for-this-channel': [
    'Only a webhook brings sealed details. When you fetch entries yourself, ask for them sealed there; the bus and digests stay thin. Leave payload out, or choose a webhook.',
    'payload',
  ],
  'subscription/cadence-not-for-this-channel': [
    'Only an e-mail digest and a file drop gather entries; this channel brings each as it comes. Leave cadence out.',
    'cadence',
  ],
  'subscription/person-must-confirm': [
    'This filter could keep an urgent notice away from whoever reads this channel. A named person, not a system, has to say that this is meant: send confirmsThatUrgentMayBeHidden as true, or choose a filter that only names urgencies and keeps urgent.',
    'confirmsThatUrgentMayBeHidden',
  ],
  'subscription/person-must-confirm-pause': [
    'A pause of more than 24 hours keeps urgent notices away from whoever reads this channel. A named person, not a system, has to say that this is meant: send confirmsThatUrgentMayBeHidden as true, or pause for 24 hours at most; it then goes on by itself.',
    'confirmsThatUrgentMayBeHidden',
  ],
  'subscription/too-many': [
    'Your authority has as many subscriptions open as it may have. Close one that is not needed any more, or widen the filter of one instead of opening another; the operator can allow more.',
  ],
  'subscription/secrets-not-for-this-channel': ['Only a webhook is signed with a secret of its own.'],
  'subscription/too-many-secrets': [
    'Three secrets sign for this subscription already. Give 0 hours of overlap to end them all at once, or wait until the oldest has run out.',
    'overlapHours',
  ],
} as const satisfies Readonly<Record<string, readonly [because: string, field?: string]>>;

export type SubscriptionRefusal = Refusal<keyof typeof REFUSALS>;

export const SUBSCRIPTION_REFUSALS: readonly string[] = Object.keys(REFUSALS);

export const refused = (code: SubscriptionRefusal['code']) => {
  const [because, field] = REFUSALS[code];
  return refuse(code, because, field);
};
