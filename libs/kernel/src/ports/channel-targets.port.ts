import type { ChannelKind } from './subscriptions.port';

/** Why a target is not taken: a stable code `target/reason`, what is wrong in a sentence, what to give instead. */
export type TargetRefused = Readonly<{ code: string; detail: string; mend: string }>;

/** Looks at where messages of a channel are to go before anything is sent there. Never quotes the target. */
export interface TargetCheck {
  /** undefined: nothing speaks against it now. Answers within a few seconds. */
  check(channel: ChannelKind, target: string): Promise<TargetRefused | undefined>;
}
export const TARGET_CHECK = Symbol('TargetCheck');

export const SIGNING_SCHEMES = ['hmac-sha256', 'ed25519'] as const;
export type SigningScheme = (typeof SIGNING_SCHEMES)[number];

/** `secret`: what signs, never to be logged. `publicKey`: what receivers verify with, where the scheme has one. */
export type NewSecret = Readonly<{ secret: string; publicKey?: string }>;

/** Makes secrets that sign messages of the webhook channel. */
export interface SecretMaker {
  make(scheme: SigningScheme): NewSecret;
}
export const SECRET_MAKER = Symbol('SecretMaker');
