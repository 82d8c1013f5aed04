import type { LegalBasis } from '../notification';
import type { Reader } from './access.port';

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

/** `what`: name of the view or route, e.g. `child-chronology`; nothing personal. */
export type NotedRead = Readonly<{ what: string; purpose: Purpose; shown: readonly RecordShown[] }>;

/** Every read is a fact, shown to the authority whose record it is. */
export interface ReadLedger {
  /** Resolves once it is on record for certain: to be awaited before anything is handed out. Nothing for an empty list. */
  note(reader: Reader, read: NotedRead): Promise<void>;
}
export const READ_LEDGER = Symbol('ReadLedger');
