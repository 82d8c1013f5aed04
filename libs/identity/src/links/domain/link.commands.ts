import type { Request } from '@ibex/kernel';
import type { PairOutcome } from '../link-proposals';
import type { By, Evidence, Pair, Rationale } from './link.events';

/** What the matcher found. */
export type TellEvidence = Request<'TellEvidence', Pair & Evidence & { outcome: PairOutcome }>;

/** `isPerson`: not a system’s account. `needsSecond`: one of the two records is restricted. */
type ByPerson = By & Readonly<{ isPerson: boolean; needsSecond: boolean }>;

export type ConfirmLink = Request<'ConfirmLink', ByPerson, Rationale>;
/** Not the same child, whether they are linked or only proposed. */
export type DeclineLink = Request<'DeclineLink', ByPerson, Rationale>;
/** Not the same child; refused where they are not linked. */
export type UndoLink = Request<'UndoLink', ByPerson, Rationale>;
export type ForbidLink = Request<'ForbidLink', Pair & Omit<ByPerson, 'needsSecond'>, Rationale>;
export type LiftForbiddance = Request<'LiftForbiddance', Omit<ByPerson, 'needsSecond'>, Rationale>;

export type LinkCommand = TellEvidence | ConfirmLink | DeclineLink | UndoLink | ForbidLink | LiftForbiddance;
