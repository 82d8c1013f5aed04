import type { CivilDate, Fact, Instant } from '@ibex/kernel';
import { codesOf } from '../../shared/domain/codes-of';
import type { KnownRisk } from '../../shared/domain/exploitation.codes';
import type { Host } from '../../shared/domain/host';
import { recordedAs } from '../../shared/domain/recorded-as';
import type { LegalStatus, MissingKind } from '../../shared/domain/ssda903.codes';
import type {
  DeclinedBy,
  FoundBy,
  Interviewer,
  MissingFrom,
  MissingResponse,
  MissingRisk,
  MissingWithdrawnBecause,
  StrategyTrigger,
} from './missing.codes';
import type { PoliceForce } from './missing.forces';
import type { Moment } from './missing.moment';
import type {
  AcknowledgementPersonal,
  FoundPersonal,
  InterviewPersonal,
  ReportPersonal,
  SightingPersonal,
  WordsPersonal,
} from './missing.personal';
import type { Restrictable } from './missing.restricted';

/** In every fact: the authority that told it, and when it is claimed to have happened (instant, or London date). */
export type Told = Readonly<{ by: string; occurredAt: string }>;

/** On what the other authorities judge how to respond. */
export type Circumstances = Readonly<{
  policeForce?: PoliceForce;
  reportedToPoliceAt?: Instant;
  risk?: MissingRisk;
  known?: KnownRisk;
}>;

export type ReportedEpisode = Circumstances &
  Readonly<{
    kind: MissingKind;
    from: MissingFrom;
    /** The authority responsible for the child: the placing authority, or where the child lives at home. */
    responsible: string;
    /** Where the child was placed, or lived, when the episode began. */
    host: Host;
    lastSeen: Moment;
    /** Where the child may head for, GSS codes. */
    areasAtRisk: readonly string[];
    legalStatus?: LegalStatus;
    /** As the owner counts; IBEX counts only what it was told. */
    episodeNumberKnownToOwner?: number;
  }>;

/** SSDA903: an episode ends when the child is found (whereabouts were not known) or returns (they were known). */
export type Ending = 'found' | 'returned';

export type EpisodeEnd = Readonly<{
  when: Moment;
  foundBy?: FoundBy;
  /** Where the child was found, GSS code. */
  area?: string;
}>;

export type Correction = Readonly<{
  /** Names of the fields that were wrong, personal ones too; never their values. */
  fields: readonly string[];
  kind?: MissingKind;
  host?: Host;
  lastSeen?: Moment;
  policeForce?: PoliceForce;
  legalStatus?: LegalStatus;
  end?: EpisodeEnd;
}>;

/** What each fact says openly. */
export type MissingData = {
  MissingReported: Told & ReportedEpisode & Restrictable & Readonly<{ alreadyOver: boolean }>;
  MissingUpdated: Told &
    Circumstances &
    Restrictable &
    Readonly<{ kind?: MissingKind; newAreasAtRisk: readonly string[] }>;
  MissingSighted: Told & Restrictable & Readonly<{ when: Moment; area?: string }>;
  MissingFound: Told & EpisodeEnd & Restrictable & Readonly<{ ending: Ending }>;
  MissingInterviewOffered: Told & Readonly<{ when: Moment; commissioned?: string }>;
  MissingInterviewAccepted: Told & Readonly<{ when: Moment }>;
  MissingInterviewHeld: Told & Readonly<{ when: Moment; heldBy: Interviewer; hoursAfterReturn?: number }>;
  MissingInterviewDeclined: Told & Readonly<{ when: Moment; declinedBy: DeclinedBy }>;
  MissingStrategyDiscussed: Told & Readonly<{ when: Moment; trigger: StrategyTrigger }>;
  MissingClosed: Told & Readonly<{ turnedEighteenOn: CivilDate }>;
  /** `ending`: where a corrected kind turns a find into a return or the other way round. */
  MissingCorrected: Told & Correction & Restrictable & Readonly<{ ending?: Ending }>;
  MissingWithdrawn: Told & Readonly<{ because: MissingWithdrawnBecause }>;
  MissingAcknowledged: Told & Readonly<{ response: MissingResponse }>;
};

/** What each fact seals. */
export type MissingPersonal = {
  MissingReported: ReportPersonal;
  MissingUpdated: ReportPersonal;
  MissingSighted: SightingPersonal;
  MissingFound: FoundPersonal;
  MissingInterviewOffered: InterviewPersonal;
  MissingInterviewAccepted: InterviewPersonal;
  MissingInterviewHeld: InterviewPersonal;
  MissingInterviewDeclined: InterviewPersonal;
  MissingStrategyDiscussed: WordsPersonal;
  MissingClosed: WordsPersonal;
  MissingCorrected: ReportPersonal & FoundPersonal;
  MissingWithdrawn: WordsPersonal;
  MissingAcknowledged: AcknowledgementPersonal;
};

export type MissingFactType = keyof MissingData;

/** One fact, or with a type named, the fact of that type. */
export type MissingFact<T extends MissingFactType = MissingFactType> = {
  [K in T]: Fact<K, MissingData[K], MissingPersonal[K]>;
}[T];

const TYPES: Readonly<Record<MissingFactType, true>> = {
  MissingReported: true,
  MissingUpdated: true,
  MissingSighted: true,
  MissingFound: true,
  MissingInterviewOffered: true,
  MissingInterviewAccepted: true,
  MissingInterviewHeld: true,
  MissingInterviewDeclined: true,
  MissingStrategyDiscussed: true,
  MissingClosed: true,
  MissingCorrected: true,
  MissingWithdrawn: true,
  MissingAcknowledged: true,
};

/** A recorded missing fact, typed; nothing personal is readable in it. */
export const isMissingFact = recordedAs<MissingFact>(codesOf(TYPES));
