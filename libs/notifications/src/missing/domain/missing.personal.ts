/** What missing facts seal: passed through, never judged. Free text is always here. */
export type ReportPersonal = Readonly<{
  /** What the child looks like and wears, habits, needs, medication. */
  description?: string;
  /** How the child came to be missing, and where the child may be heading. */
  circumstances?: string;
  lastSeenPlace?: string;
  placementAddress?: string;
  placementPostcode?: string;
  /** People and addresses that the child is known to go to. */
  knownAssociates?: string;
  policeReference?: string;
  /** Whom to ring at any hour. */
  contacts?: object;
}>;

export type SightingPersonal = Readonly<{ place?: string; narrative?: string }>;
export type FoundPersonal = Readonly<{ whereabouts?: string; narrative?: string }>;
export type InterviewPersonal = Readonly<{ interviewer?: string; narrative?: string }>;
export type WordsPersonal = Readonly<{ narrative?: string }>;
export type AcknowledgementPersonal = Readonly<{ whatWeAreDoing?: string; contacts?: object }>;
