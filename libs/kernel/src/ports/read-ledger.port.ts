import type { LegalBasis } from '../notification';
import type { Position } from '../recorded';
import type { Instant } from '../time/civil-date';
import type { Reader, Sight } from './access.port';

/** Why somebody looks at what is recorded of a child, in words for those whose child it is. */
export const PURPOSES = {
  'act-on-notice': 'Acting on a notice that the authority was sent',
  'own-child': 'Work with a child of the authority’s own',
  'mash-enquiry': 'Multi-agency enquiry on a contact or referral',
  'section-47': 'Enquiry under section 47 of the Children Act 1989',
  'missing-response': 'Finding a child who is missing',
  'placement-planning': 'Planning or reviewing a placement',
  emergency: 'Emergency, opened without a relation and reviewed afterwards',
  assurance: 'Audit, complaint or subject access',
} as const;
export type Purpose = keyof typeof PURPOSES;

/** One record of which something was shown, and on which basis. */
export type RecordShown = Readonly<{ recordRef: string; owner: string; basis: LegalBasis }>;

/**
 * `what`: name of the view or route, e.g. `child-chronology`; nothing personal. `asList`: the records are rows of a list
 * (a register, a worklist): one fact for all of them, on record, and their owners are not told one by one.
 */
export type NotedRead = Readonly<{
  what: string;
  purpose: Purpose;
  shown: readonly RecordShown[];
  asList?: true;
}>;

/** What a reader that says no purpose reads for, by its sight; undefined: it has to be said. */
export const USUAL_PURPOSES: Readonly<Record<Sight, Purpose | undefined>> = {
  owner: 'own-child',
  addressee: 'act-on-notice',
  grant: 'emergency',
  none: undefined,
};

/** Every read is a fact, shown to the authority whose record it is. */
export interface ReadLedger {
  /** Resolves once it is on record for certain: to be awaited before anything is handed out. Nothing for an empty list. */
  note(reader: Reader, read: NotedRead): Promise<void>;
}
export const READ_LEDGER = Symbol('ReadLedger');

/** One look at one record, as it is on record. `person`: opaque reference. `position`: of the latest fact about it. */
export type ReadOnRecord = Readonly<{
  recordRef: string;
  owner: string;
  by: Readonly<{ authority: string; person: string; role: string }>;
  what: string;
  purpose: string;
  basis: LegalBasis;
  at: Instant;
  lastAt: Instant;
  position: Position;
}>;

/** Who has looked: for whoever has to reach them when what they saw turns out wrong. */
export interface ReadsOnRecord {
  /** Looks at any of these records after a place of the log, oldest first; lists that showed them count too. */
  since(recordRefs: readonly string[], position: Position): Promise<readonly ReadOnRecord[]>;
}
export const READS_ON_RECORD = Symbol('ReadsOnRecord');
