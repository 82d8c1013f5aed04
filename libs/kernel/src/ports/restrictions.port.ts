/**
 * Why a record is kept from all others. `refuge`: the child is in a refuge (Children Act 1989 s51). `adoption`: who the
 * child was before an adoption, and who it is since (Adoption and Children Act 2002 ss57, 79). `protected`: somebody would
 * harm the child if it were found.
 */
export const RECORD_LABELS = ['refuge', 'adoption', 'protected'] as const;
export type RecordLabel = (typeof RECORD_LABELS)[number];

/**
 * Which records are restricted at this moment: from the log, so that it holds at the very next question, whatever view is
 * behind. Asked before anything of a record is shown, told or listed to another authority than its owner.
 */
export interface Restrictions {
  /** Labels in force; empty where there are none, or no such record. */
  labelsOf(recordRef: string): Promise<readonly RecordLabel[]>;
  /** Those of these records that are restricted. For lists, which leave them out, counts and all. */
  among(recordRefs: readonly string[]): Promise<ReadonlySet<string>>;
  /** Every restricted record of another authority than this one: what its lists, counts and mailbox leave out. */
  ofOthers(authority: string): Promise<ReadonlySet<string>>;
}
export const RESTRICTIONS = Symbol('Restrictions');
