import type {
  Cadence,
  ChannelKind,
  EndpointTrouble,
  EntryFilter,
  Fact,
  Instant,
  Payload,
  RecordedFact,
  SigningScheme,
} from '@ibex/kernel';

/** `by`: the authority's GSS code. */
type By = Readonly<{ by: string }>;

/** Who took it on that urgent notices may stay away from a channel: opaque reference and role. */
export type Confirmation = Readonly<{ person: string; role: string }>;

/**
 * Free text and addresses may name a person: they are sealed under the authority's own key. The open part holds keyed
 * digests of them, by which a change is told from none.
 */
export type SubscriptionWords = Readonly<{ name?: string; target?: string }>;
type Digests = Readonly<{ nameDigest: string; targetDigest?: string }>;

/** `payload`: left out while it is thin. `cadence`: while it is as usual. */
export type Particulars = Digests &
  Readonly<{
    filter: EntryFilter;
    payload?: Payload;
    cadence?: Cadence;
    desk?: string;
    confirmedBy?: Confirmation;
  }>;

export const CHANGEABLE = ['name', 'target', 'filter', 'payload', 'cadence', 'desk'] as const;
export type Changeable = (typeof CHANGEABLE)[number];

export const PAUSED_BECAUSE = ['maintenance', 'fault-at-our-end', 'not-needed-now', 'other'] as const;
/** `receiver-gone`: not said by a person; the receiver answered that it wants to be told nothing more. */
export type PausedBecause = (typeof PAUSED_BECAUSE)[number] | 'receiver-gone';

export const CLOSED_BECAUSE = ['replaced', 'not-needed-any-more', 'opened-in-error', 'other'] as const;
export type ClosedBecause = (typeof CLOSED_BECAUSE)[number];

export type SubscriptionOpened = Fact<
  'SubscriptionOpened',
  By & Particulars & { channel: ChannelKind; startsAfter: number },
  SubscriptionWords
>;
/** The particulars as they stand after it; only what changed is in the sealed part. */
export type SubscriptionChanged = Fact<
  'SubscriptionChanged',
  By & Particulars & { changed: readonly Changeable[] },
  SubscriptionWords
>;
/** `until`: it ends by itself; absent where only somebody can end it. `confirmedBy`: who took it on that it is long. */
export type SubscriptionPaused = Fact<
  'SubscriptionPaused',
  By & { because?: PausedBecause; until?: Instant; confirmedBy?: Confirmation }
>;
/** `time-over`: not said by a person; the pause was only for so long. */
export type SubscriptionResumed = Fact<'SubscriptionResumed', By & { because?: 'time-over' }>;
export type SubscriptionClosed = Fact<'SubscriptionClosed', By & { because?: ClosedBecause }>;

/** The secret itself is sealed. `publicKey`: for receivers to verify with. */
export type WebhookSecretAdded = Fact<
  'WebhookSecretAdded',
  By & { secretId: string; scheme: SigningScheme; publicKey?: string },
  { secret: string }
>;
export type WebhookSecretRetired = Fact<
  'WebhookSecretRetired',
  By & { secretId: string; signsUntil: Instant }
>;

/** Its receiver has been failing since; said again each day for as long as it lasts. `at`: when this was noted. */
export type SubscriptionTroubled = Fact<'SubscriptionTroubled', By & EndpointTrouble & { at: Instant }>;
/** Its receiver took something again. */
export type SubscriptionRecovered = Fact<'SubscriptionRecovered', By & { since: Instant }>;

export type SubscriptionFact =
  | SubscriptionOpened
  | SubscriptionChanged
  | SubscriptionPaused
  | SubscriptionResumed
  | SubscriptionClosed
  | WebhookSecretAdded
  | WebhookSecretRetired
  | SubscriptionTroubled
  | SubscriptionRecovered;

const TYPES: Readonly<Record<SubscriptionFact['type'], true>> = {
  SubscriptionOpened: true,
  SubscriptionChanged: true,
  SubscriptionPaused: true,
  SubscriptionResumed: true,
  SubscriptionClosed: true,
  WebhookSecretAdded: true,
  WebhookSecretRetired: true,
  SubscriptionTroubled: true,
  SubscriptionRecovered: true,
};

/** A recorded fact of a subscription, typed: its stream holds only what its decider accepted. */
export const isSubscriptionFact = (fact: RecordedFact): fact is RecordedFact & SubscriptionFact =>
  Object.hasOwn(TYPES, fact.type);

export type TroubleFact = SubscriptionTroubled | SubscriptionRecovered;
export const isTroubleFact = (fact: SubscriptionFact): fact is TroubleFact =>
  fact.type === 'SubscriptionTroubled' || fact.type === 'SubscriptionRecovered';

export type SecretFact = WebhookSecretAdded | WebhookSecretRetired;
export const isSecretFact = (fact: SubscriptionFact): fact is SecretFact =>
  fact.type === 'WebhookSecretAdded' || fact.type === 'WebhookSecretRetired';

/** Whether a fact changes what is to be brought where: how the receiver does is no such change. */
export const makesRevision = (fact: SubscriptionFact): boolean => !isTroubleFact(fact);
