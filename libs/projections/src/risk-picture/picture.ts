import type { CivilDate, FieldGroup, Instant, LegalBasis, Sight } from '@ibex/kernel';
import type { FeedState } from '../shared/postings/completeness.dto';

/** One fact as far as its reader may see it: what is withheld is not in `data`, and nothing personal ever is. */
export type PictureFact = Readonly<{
  factId: string;
  recordRef: string;
  owner: string;
  /** Authority that told it. */
  source: string;
  stream: string;
  category: string;
  type: string;
  title: string;
  occurredAt: string;
  recordedAt: Instant;
  position: number;
  data: Readonly<Record<string, unknown>>;
  basis: LegalBasis;
  /** As what the reader was last told of this notice; absent for whoever sees it as its owner does. */
  toldAs?: string;
}>;

/** A record of the child that its reader may see. */
export type PictureRecord = Readonly<{
  recordRef: string;
  owner: string;
  sight: Sight;
  groups: readonly FieldGroup[];
  basis: LegalBasis;
  /** Undefined: not told, erased, or not for this reader. */
  dateOfBirth?: CivilDate;
}>;

/** A notice that an authority was to acknowledge and has not. */
export type Unacknowledged = Readonly<{ fact: PictureFact; owedBy: string; targetAt?: Instant }>;

/** How many records of other authorities name the same area. */
export type AreaCount = Readonly<{
  area: string;
  what: 'missing' | 'exploitation' | 'placed';
  records: number;
}>;

/** All that the indicators are worked out from: what its reader may see, and nothing else. */
export type Picture = Readonly<{
  now: Instant;
  today: CivilDate;
  reader: string;
  /** True where it is asked what was known at a moment of the past. */
  isPast: boolean;
  records: readonly PictureRecord[];
  /** In order of position. */
  facts: readonly PictureFact[];
  unacknowledged: readonly Unacknowledged[];
  areaCounts: readonly AreaCount[];
  feedOf(authority: string, notification: string): FeedState;
  nameOf(gss: string): string;
}>;

/** One line of a value: words, a count, or a day; never a total of the others. */
export type PictureValue = Readonly<{ label: string; count?: number; on?: string; text?: string }>;

/** `none`: it is known that there is nothing. `not-known`: whether there is, is not known. */
export type Finding = Readonly<{
  state: 'found' | 'none' | 'not-known';
  says: string;
  values: readonly PictureValue[];
  facts: readonly PictureFact[];
}>;

/** One dated sign, defined for practitioners in the words that the answer carries as well. */
export type Indicator = Readonly<{
  name: string;
  title: string;
  definition: string;
  window: string;
  /** What it is worked out from: a record that does not open this to the reader is left out of it. */
  group: FieldGroup;
  /** Types of notice on whose posting it depends. */
  notifications: readonly string[];
  of(picture: Picture): Finding;
}>;
