/** `token` grows with every change of holder, so that the later of two holders can be told. */
export type Lease = Readonly<{ name: string; token: number }>;

/**
 * `mine`: what this holder has, just prolonged. `present`: how many holders of the group were heard of lately, this one
 * included.
 */
export type Attendance = Readonly<{ mine: readonly Lease[]; present: number }>;

/**
 * Who does which piece of work, among processes that share a database. A holder that is not heard of for its term loses
 * what it has; time is the database's. A lease spreads work, it does not guard data: what guards data is that Mailbox,
 * ReadModels and Cursors refuse a writer that another has overtaken.
 */
export interface Leases {
  /** Announces a holder for a term and prolongs what it has in the group. */
  attend(group: string, holder: string, termMs: number): Promise<Attendance>;
  /** Takes a free or lapsed piece of work; undefined while another has it. */
  take(group: string, name: string, holder: string, termMs: number): Promise<Lease | undefined>;
  /** Gives up pieces of work at once. */
  release(group: string, names: readonly string[], holder: string): Promise<void>;
  /** Gives up everything and is no longer counted as present. */
  leave(group: string, holder: string): Promise<void>;
}
export const LEASES = Symbol('Leases');
