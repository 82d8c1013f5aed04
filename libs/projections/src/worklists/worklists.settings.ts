/** What authorities have agreed between them, and no law says. */
export type WorklistSettings = Readonly<{
  /** A duty stands on the list this long before it is due. */
  daysAhead: number;
  /**
   * Days from being told of a placement within which the host is to have assessed the risk. Left out: the duty's own
   * target, ten working days, which is the exchange's and no law's. Ealing's published aim was not to be had when this
   * was written; an authority that holds itself to a number of days sets it here.
   */
  riskAssessedWithinDays?: number;
}>;

export const WORKLIST_SETTINGS = Symbol('WorklistSettings');
export const USUAL_WORKLIST_SETTINGS: WorklistSettings = { daysAhead: 7 };
