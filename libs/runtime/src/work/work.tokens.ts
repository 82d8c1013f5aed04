/** Groups of work that this process is willing to do; the others are done elsewhere and only watched here. */
export const WORK_GROUPS = Symbol('WorkGroups');
export type WorkGroups = 'all' | readonly string[];
