/** Place of a fact in the whole log. Grows with every fact; compare, never compute with it. */
export type Position = number;

/** Number of a fact within its stream: 0, 1, 2 … without gaps. */
export type Revision = number;

/** Before the first fact of the log. */
export const BEGINNING: Position = -1;

export type ExpectedRevision = 'any' | 'none' | Revision;

/** Who acted: the authority's GSS code, an opaque reference of the person or system, and in which role. */
export type Actor = Readonly<{ authority: string; person: string; role: string }>;

export type FactMetadata = Readonly<{
  commandId: string;
  /** Digest of the command's body: the same id with another digest is another command. */
  commandDigest: string;
  correlationId: string;
  causationId?: string;
  actor: Actor;
  schemaVersion: number;
  /** The record (an authority's own knowledge of one child) that the fact is about; its key seals `personal`. */
  recordRef?: string;
}>;

/** A fact about to be appended. Appending the same id to the same stream again changes nothing. */
export type NewFact = Readonly<{
  id: string;
  type: string;
  data: Readonly<Record<string, unknown>>;
  /** Ciphertext of the personal fields, base64url; see the proof lib. */
  sealed?: string;
  metadata: FactMetadata;
  /** When IBEX recorded it, UTC ISO-8601 with milliseconds. */
  recordedAt: string;
}>;

export type RecordedFact = NewFact &
  Readonly<{ stream: string; category: string; revision: Revision; position: Position }>;

/** The part of a stream's name before the first hyphen: `placement-…` is of category `placement`. */
export const categoryOf = (stream: string): string =>
  stream.slice(0, Math.max(stream.indexOf('-'), 0)) || stream;
