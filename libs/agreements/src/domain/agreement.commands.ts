import type { Request } from '@ibex/kernel';
import type { AgreementSigned, LeavingReason } from './agreement.events';
import type { Terms } from './agreement.terms';

type By = Readonly<{ by: string }>;
/** What the exchange knows at the time: which types there are, and which of the parties it does not know. */
export type KnownHere = Readonly<{ types: readonly string[]; strangers: readonly string[] }>;

export type ProposeAgreement = Request<'ProposeAgreement', By & { terms: Terms; known: KnownHere }>;
export type AmendAgreement = Request<'AmendAgreement', By & { terms: Terms; known: KnownHere }>;
/** `isPerson`: false for whoever carries a system's token. `version`: the one that was read before signing. */
export type SignAgreement = Request<
  'SignAgreement',
  AgreementSigned['data'] & { isPerson: boolean },
  NonNullable<AgreementSigned['personal']>
>;
export type WithdrawFromAgreement = Request<
  'WithdrawFromAgreement',
  By & { because: LeavingReason },
  { note?: string }
>;
export type EndAgreement = Request<'EndAgreement', By & { because: LeavingReason }, { note?: string }>;

export type AgreementCommand =
  ProposeAgreement | AmendAgreement | SignAgreement | WithdrawFromAgreement | EndAgreement;
