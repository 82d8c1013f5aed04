import type { CivilDate, Direction, Urgency } from '@ibex/kernel';

/** Between whom a clause runs: every party tells every other, or those named tell those named (GSS codes). */
export type ClauseParties =
  | Readonly<{ kind: 'each-other' }>
  | Readonly<{ kind: 'named'; from: readonly string[]; to: readonly string[] }>;

/**
 * What is told under a clause. What is left out narrows nothing; every part that is given must match. `types`: names
 * of notification types. `directions`: as the party that tells sees the notice. Ages: whole years on the London day of
 * recording, both included; a child of unknown age is not told of under a clause that asks for ages.
 */
export type Clause = Readonly<{
  id: string;
  who: ClauseParties;
  types: readonly string[];
  directions?: readonly Direction[];
  agesFrom?: number;
  agesTo?: number;
  urgencies?: readonly Urgency[];
}>;

/** What the parties (GSS codes) agree on. `from`, `to`: London dates, both included. */
export type Terms = Readonly<{
  title: string;
  purpose: string;
  legalBasis: string;
  parties: readonly string[];
  clauses: readonly Clause[];
  from: CivilDate;
  to: CivilDate;
}>;

/** Whether a clause lets one party tell another; both are taken for parties. */
export const covers = ({ who }: Clause, tells: string, told: string): boolean =>
  tells !== told && (who.kind === 'each-other' || (who.from.includes(tells) && who.to.includes(told)));

export const asksForAge = ({ agesFrom, agesTo }: Clause): boolean =>
  agesFrom !== undefined || agesTo !== undefined;
