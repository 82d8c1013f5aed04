import type { SealedPart } from '../shared/placement-story';

/** A stay as the row keeps it. `hostCode`: GSS code, or code of the nation outside England. */
export type StoredStay = Readonly<{
  hostKind: string;
  hostCode: string | null;
  startsOn: string;
  endedOn: string | null;
}>;

/** What the projection wrote comes back as it was: no one else writes these rows. */
export const staysOf = (json: string): readonly StoredStay[] => JSON.parse(json) as readonly StoredStay[];
export const sealedPartsOf = (json: string): readonly SealedPart[] =>
  JSON.parse(json) as readonly SealedPart[];
