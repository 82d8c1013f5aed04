import type { Position, RecordedFact } from '../recorded';
import type { CivilDate } from '../time/civil-date';

/** A local authority with children's services in England. `gss`: ONS nine-character code. */
export type Authority = Readonly<{
  gss: string;
  dfeNumber: string;
  name: string;
  region: string;
  member: boolean;
  /** Abolished: the date from which the code is no longer used, and which authorities follow it. */
  endedOn?: string;
  followedBy?: readonly string[];
}>;

export interface Authorities {
  find(gss: string): Authority | undefined;
  all(): readonly Authority[];
  isMember(gss: string): boolean;
}
export const AUTHORITIES = Symbol('Authorities');

/** Those that stand for a code on a day: itself, or those that followed it; empty where no such authority is known. */
export const standingOn = (
  authorities: Pick<Authorities, 'find'>,
  gss: string,
  day: CivilDate,
): readonly string[] => {
  const authority = authorities.find(gss);
  if (!authority) return [];
  const { endedOn, followedBy = [] } = authority;
  return endedOn !== undefined && endedOn <= day ? followedBy : [gss];
};

/** A change of who reads a mailbox here, on record at `position`. */
export type MembershipChange = Readonly<{ gss: string; member: boolean; position: Position }>;

/** Who reads its mailbox here, as it changes while the service runs. */
export interface Memberships {
  /** As it was just before a position of the log: the same answer at every asking. */
  wasMember(gss: string, before: Position): Promise<boolean>;
  /** Undefined for a fact that changes nothing of it. */
  changeIn(fact: RecordedFact): MembershipChange | undefined;
  /** Called after every change that this process hears of. */
  whenChanged(listener: () => void): void;
}
export const MEMBERSHIPS = Symbol('Memberships');
/** The category of facts that `changeIn` knows. */
export const MEMBERSHIP_CATEGORY = 'membership';

/** Which authority a postcode lies in, from a table that the operator loads; never guessed. */
export interface PostcodeDirectory {
  authorityOf(postcode: string): Promise<string | undefined>;
  load(rows: AsyncIterable<readonly (readonly [postcode: string, gss: string])[]>): Promise<number>;
  size(): Promise<number>;
}
export const POSTCODES = Symbol('PostcodeDirectory');
