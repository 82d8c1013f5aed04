import type { ChannelKind, EntryFilter, Payload, Request, SigningScheme } from '@ibex/kernel';
import type { ClosedBecause, Confirmation, PausedBecause, SubscriptionWords } from './subscription.events';

type By = Readonly<{ by: string }>;
/** `secretId` comes in with the command, as every id does. */
export type SecretOffered = Readonly<{ secretId: string; scheme: SigningScheme; publicKey?: string }>;
/** `confirmation`: of whoever sent the command, where it says that urgent notices may stay away. */
type Wish = Readonly<{
  filter?: EntryFilter;
  payload?: Payload;
  desk?: string;
  nameDigest?: string;
  targetDigest?: string;
  confirmation?: Confirmation;
}>;

/** `secret` belongs to `WebhookSecretAdded`, the rest to `SubscriptionOpened`. */
export type OpenSubscription = Request<
  'OpenSubscription',
  By & Wish & { channel: ChannelKind; nameDigest: string; startsAfter: number; secret?: SecretOffered },
  SubscriptionWords & { secret?: string }
>;
export type ChangeSubscription = Request<'ChangeSubscription', By & Wish, SubscriptionWords>;
export type PauseSubscription = Request<'PauseSubscription', By & { because?: PausedBecause }>;
export type ResumeSubscription = Request<'ResumeSubscription', By>;
export type CloseSubscription = Request<'CloseSubscription', By & { because?: ClosedBecause }>;
/** `overlapHours`: how long the secrets before it go on signing too; 0: not at all. */
export type RotateSecret = Request<
  'RotateSecret',
  By & { overlapHours: number; secret: SecretOffered },
  { secret: string }
>;

export type SubscriptionCommand =
  | OpenSubscription
  | ChangeSubscription
  | PauseSubscription
  | ResumeSubscription
  | CloseSubscription
  | RotateSecret;
