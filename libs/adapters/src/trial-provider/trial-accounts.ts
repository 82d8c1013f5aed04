import { createHash } from 'node:crypto';
import type { Role, TrialAccount } from '@ibex/kernel';

/** Those that a person has; a system's client signs in by other means. */
const OF_PEOPLE = ['duty-desk', 'placing-practitioner', 'mash', 'governance', 'operator'] as const;

/** Opaque, and the same at every start, so that what somebody did yesterday is still theirs. */
const hintOf = (authority: string, role: Role): string =>
  `trial-${createHash('sha256').update(`${authority} ${role}`).digest('hex').slice(0, 20)}`;

/** One account per authority and role of people. */
export const trialAccounts = (
  authorities: readonly Readonly<{ gss: string; name: string }>[],
): readonly TrialAccount[] =>
  authorities.flatMap(({ gss: authority, name: authorityName }) =>
    OF_PEOPLE.map((role) => ({ hint: hintOf(authority, role), authority, authorityName, role })),
  );
