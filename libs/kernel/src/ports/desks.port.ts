/** On these days (0 = Sunday … 6 = Saturday), between these times of a London clock, `HH:mm`; `24:00` ends a day. */
export type OpeningHours = Readonly<{ days: readonly number[]; opens: string; closes: string }>;

/** A desk of an authority: `desk` is its name within the authority, `role` says who sits there, in words. */
export type Desk = Readonly<{ desk: string; role: string; hours: 'always' | readonly OpeningHours[] }>;

/** Which desk is told, and how long after a duty became late. */
export type EscalationStep = Readonly<{ desk: string; afterMinutes: number }>;

/** `outOfHours`: the desk that is told instead of one that is closed. */
export type EscalationLadder = Readonly<{
  desks: readonly Desk[];
  steps: readonly EscalationStep[];
  outOfHours: string;
}>;

/** Whom an authority wants told of its late duties. Nothing personal: who sits at a desk is the authority's own. */
export interface EscalationLadders {
  /** For one kind of duty; what the authority did not set is as the exchange sets it out. */
  ladderFor(authority: string, kind: string): Promise<EscalationLadder>;
}
export const ESCALATION_LADDERS = Symbol('EscalationLadders');

/** How an authority's desks are reached, as it says itself. */
export interface DeskContacts {
  /** By name of the desk. A contact named for the desk `mash` is given to other authorities' hubs. */
  contactsOf(authority: string): Promise<ReadonlyMap<string, string>>;
}
export const DESK_CONTACTS = Symbol('DeskContacts');
