import type { Position } from '../recorded';

/** Which records are held to be of one child, as the links on record say. Linking never rewrites a fact. */
export interface Clusters {
  /**
   * Every record of the asked one's cluster, itself included, in order of their references; a record without links is
   * alone. `before`: as it was just before that position of the log. Says nothing of who may see which.
   */
  membersOf(recordRef: string, before?: Position): Promise<readonly string[]>;
}
export const CLUSTERS = Symbol('Clusters');
