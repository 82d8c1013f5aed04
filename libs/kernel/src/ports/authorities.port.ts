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

/** Which authority a postcode lies in, from a table that the operator loads; never guessed. */
export interface PostcodeDirectory {
  authorityOf(postcode: string): Promise<string | undefined>;
  load(rows: AsyncIterable<readonly (readonly [postcode: string, gss: string])[]>): Promise<number>;
  size(): Promise<number>;
}
export const POSTCODES = Symbol('PostcodeDirectory');
