/** One current authority: ONS code, DfE number, name, region as the DfE groups them. */
export type ReferenceRow = readonly [gss: string, dfeNumber: string, name: string, region: string];

/** One code that is no longer used: from which date, and the codes of the authorities that took over. */
export type FormerRow = readonly [...current: ReferenceRow, endedOn: string, followedBy: readonly string[]];
