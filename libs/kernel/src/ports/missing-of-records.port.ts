import type { CivilDate, Instant } from '../time/civil-date';

/** A missing episode of one record, as far as its end. `notice`: its stream. `endedOn`: found or back on this London day. */
export type EpisodeOfRecord = Readonly<{
  notice: string;
  recordRef: string;
  owner: string;
  reportedAt: Instant;
  isOpen: boolean;
  endedOn?: CivilDate;
}>;

/** Whether the children of some records are missing. For the service’s own work: nobody’s sight is asked. */
export interface MissingOfRecords {
  of(recordRefs: readonly string[]): Promise<readonly EpisodeOfRecord[]>;
}
export const MISSING_OF_RECORDS = Symbol('MissingOfRecords');
