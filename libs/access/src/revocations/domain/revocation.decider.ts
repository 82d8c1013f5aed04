import { accept, refuse } from '@ibex/kernel';
import type { Decider, Decision, Refusal, Request } from '@ibex/kernel';
import { keyOf } from './revocation.events';
import type { Revoked, RevocationFact } from './revocation.events';

type Said = Readonly<{ by: string; decidedBy: string; whose: Revoked }>;
export type RevokeAccess = Request<'RevokeAccess', Said, { reason: string }>;
export type LiftRevocation = Request<'LiftRevocation', Said, { reason: string }>;
export type RevocationCommand = RevokeAccess | LiftRevocation;

/** Keys of what is revoked now. */
export type RevocationState = ReadonlySet<string>;

export const REVOCATION_REFUSALS = ['revocation/own-access', 'revocation/not-revoked'] as const;
export type RevocationRefusal = Refusal<(typeof REVOCATION_REFUSALS)[number]>;

const decide = (
  command: RevocationCommand,
  state: RevocationState,
): Decision<RevocationFact, RevocationRefusal> => {
  const { data, personal } = command;
  const words = personal === undefined ? {} : { personal };
  const isRevoked = state.has(keyOf(data.whose));
  if (command.type === 'RevokeAccess') {
    if ('person' in data.whose && data.whose.person === data.decidedBy)
      return refuse(
        'revocation/own-access',
        'Your own access is taken away by a colleague, not by you.',
        'person',
      );
    return isRevoked ? accept() : accept<RevocationFact>({ type: 'AccessRevoked', data, ...words });
  }
  return isRevoked
    ? accept<RevocationFact>({ type: 'RevocationLifted', data, ...words })
    : refuse('revocation/not-revoked', 'This access is not taken away.');
};

const evolve = (state: RevocationState, { type, data }: RevocationFact): RevocationState => {
  const next = new Set(state);
  if (type === 'AccessRevoked') next.add(keyOf(data.whose));
  else next.delete(keyOf(data.whose));
  return next;
};

/** What an authority takes away holds for whoever holds a token of that person, until a colleague lifts it. */
export const revocationDecider: Decider<
  RevocationCommand,
  RevocationFact,
  RevocationState,
  RevocationRefusal
> = { initialState: new Set(), decide, evolve };
