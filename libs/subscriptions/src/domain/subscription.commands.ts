import type {
  Cadence,
  ChannelKind,
  EndpointTrouble,
  EntryFilter,
  Payload,
  Request,
  SigningScheme,
} from '@ibex/kernel';
import type { ClosedBecause, Confirmation, PausedBecause, SubscriptionWords } from './subscription.events';

type By = Readonly<{ by: string }>;
/** `secretId` comes in with the command, as every id does. */
export type SecretOffered = Readonly<{ secretId: string; scheme: SigningScheme; publicKey?: string }>;
/** `confirmation`: of whoever sent the command, where it says that urgent notices may stay away. */
type Wish = Readonly<{
  filter?: EntryFilter;
  payload?: Payload;
  cadence?: Cadence;
  desk?: string;
  nameDigest?: string;
  targetDigest?: string;
  confirmation?: Confirmation;
}>;

/** `secret` belongs to `WebhookSecretAdded`, the rest to `SubscriptionOpened`. */
export type OpenSubscription = Request<
  'OpenSubscription',
  By &
    Wish & {
      channel: ChannelKind;
      nameDigest: string;
      startsAfter: number;
      secret?: SecretOffered;
      /** How many its authority has open, and may have. */
      room?: Readonly<{ open: number; most: number }>;
    },
  SubscriptionWords & { secret?: string }
>;
/** `withoutDesk`: takes the desk off. */
export type ChangeSubscription = Request<
  'ChangeSubscription',
  By & Wish & { withoutDesk?: true },
  SubscriptionWords
>;
/** `forHours`: absent for a pause that nobody has asked for, which only somebody can end. */
export type PauseSubscription = Request<
  'PauseSubscription',
  By & { because?: PausedBecause; forHours?: number; confirmation?: Confirmation }
>;
export type ResumeSubscription = Request<'ResumeSubscription', By>;
export type CloseSubscription = Request<'CloseSubscription', By & { because?: ClosedBecause }>;
/** `overlapHours`: how long the secrets before it go on signing too; 0: not at all. */
export type RotateSecret = Request<
  'RotateSecret',
  By & { overlapHours: number; secret: SecretOffered },
  { secret: string }
>;

/** Said by whoever delivers; what is on record already is not recorded again. */
export type EndPause = Request<'EndPause', By>;
export type ReportTrouble = Request<'ReportTrouble', By & EndpointTrouble & { againAfterHours: number }>;
export type RecordRecovery = Request<'RecordRecovery', By>;

export type SubscriptionCommand =
  | OpenSubscription
  | ChangeSubscription
  | PauseSubscription
  | ResumeSubscription
  | CloseSubscription
  | RotateSecret
  | EndPause
  | ReportTrouble
  | RecordRecovery;
