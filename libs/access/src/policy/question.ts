import type {
  AccessRelation,
  FieldGroup,
  Instant,
  LegalBasis,
  Reader,
  RecordLabel,
  Sight,
} from '@ibex/kernel';

type Dated = Readonly<{ from: Instant; to?: Instant; basis: LegalBasis }>;

/**
 * What was recorded between a record and the reader’s authority, dated. `addressee`: a notice that a type’s audience rule
 * sent it; `to`: since when it is told no more, or what it was about is over. `recalled`: it was told in error.
 * `agreement`: a notice that a clause of a sharing agreement opened. `grant`: this very reader broke the glass.
 */
export type Relation =
  | (Dated & Readonly<{ kind: 'addressee'; recalled?: true }>)
  | (Dated & Readonly<{ kind: 'agreement'; clause: string }>)
  | (Dated & Readonly<{ kind: 'grant'; to: Instant }>);

/** Everything that a decision rests on: facts of the matter, no opinion. */
export type Question = Readonly<{
  reader: Pick<Reader, 'authority' | 'roles'>;
  /** Authority whose record it is, and since when it is known; undefined for a record that is not there. */
  record: Readonly<{ owner: string; introducedAt: Instant }> | undefined;
  relations: readonly Relation[];
  labels: readonly RecordLabel[];
  /** The record’s key was destroyed: of what was personal nothing can be read again. */
  erased: boolean;
  now: Instant;
}>;

export type Decided = Readonly<{
  sight: Sight;
  relations: readonly AccessRelation[];
  groups: readonly FieldGroup[];
}>;
