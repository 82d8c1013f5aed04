import type { MissingFactType } from './missing.events';
import type {
  AcknowledgementPersonal,
  FoundPersonal,
  InterviewPersonal,
  ReportPersonal,
  SightingPersonal,
  WordsPersonal,
} from './missing.personal';

const REPORT = [
  'description',
  'circumstances',
  'lastSeenPlace',
  'placementAddress',
  'placementPostcode',
  'knownAssociates',
  'policeReference',
  'contacts',
] as const satisfies readonly (keyof ReportPersonal)[];
const FOUND = ['whereabouts', 'narrative'] as const satisfies readonly (keyof FoundPersonal)[];
const INTERVIEW = ['interviewer', 'narrative'] as const satisfies readonly (keyof InterviewPersonal)[];
const WORDS = ['narrative'] as const satisfies readonly (keyof WordsPersonal)[];

/** The personal fields of each fact by name. */
export const PERSONAL_FIELDS: Readonly<Record<MissingFactType, readonly string[]>> = {
  MissingReported: REPORT,
  MissingUpdated: REPORT,
  MissingSighted: ['place', 'narrative'] satisfies (keyof SightingPersonal)[],
  MissingFound: FOUND,
  MissingInterviewOffered: INTERVIEW,
  MissingInterviewAccepted: INTERVIEW,
  MissingInterviewHeld: INTERVIEW,
  MissingInterviewDeclined: INTERVIEW,
  MissingStrategyDiscussed: WORDS,
  MissingClosed: WORDS,
  MissingCorrected: [...REPORT, ...FOUND],
  MissingWithdrawn: WORDS,
  MissingAcknowledged: ['whatWeAreDoing', 'contacts'] satisfies (keyof AcknowledgementPersonal)[],
};
