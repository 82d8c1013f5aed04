import type { CivilDate, Request } from '@ibex/kernel';
import type { MissingKind } from '../../shared/domain/ssda903.codes';
import type {
  DeclinedBy,
  Interviewer,
  MissingResponse,
  MissingWithdrawnBecause,
  StrategyTrigger,
} from './missing.codes';
import type { Circumstances, Correction, EpisodeEnd, ReportedEpisode } from './missing.events';
import type { Moment } from './missing.moment';
import type {
  AcknowledgementPersonal,
  FoundPersonal,
  InterviewPersonal,
  ReportPersonal,
  SightingPersonal,
  WordsPersonal,
} from './missing.personal';

/** `by`: the acting authority (GSS code), from the token. */
type By = Readonly<{ by: string }>;
type When = By & Readonly<{ when: Moment }>;

type MissingOrders = {
  /** With `end`, both ends of an episode that is over are told in one go, as a return knows them. */
  ReportMissing: By & ReportedEpisode & Readonly<{ end?: EpisodeEnd }>;
  UpdateMissing: By & Circumstances & Readonly<{ kind?: MissingKind; areasAtRisk?: readonly string[] }>;
  RecordSighting: When & Readonly<{ area?: string }>;
  RecordFound: By & EpisodeEnd;
  /** `commissioned`: the authority that holds the interview for the responsible one. */
  OfferInterview: When & Readonly<{ commissioned?: string }>;
  AcceptInterview: When;
  HoldInterview: When & Readonly<{ heldBy: Interviewer }>;
  DeclineInterview: When & Readonly<{ declinedBy: DeclinedBy }>;
  RecordStrategyDiscussion: When & Readonly<{ trigger: StrategyTrigger }>;
  CloseAtEighteen: By & Readonly<{ turnedEighteenOn: CivilDate }>;
  CorrectMissing: By & Correction;
  WithdrawMissing: By & Readonly<{ because: MissingWithdrawnBecause }>;
  AcknowledgeMissing: By & Readonly<{ response: MissingResponse }>;
};

type MissingWords = {
  /** What is said of the return stands apart: it is sealed in a fact of its own. */
  ReportMissing: ReportPersonal & Readonly<{ found?: FoundPersonal }>;
  UpdateMissing: ReportPersonal;
  RecordSighting: SightingPersonal;
  RecordFound: FoundPersonal;
  OfferInterview: InterviewPersonal;
  AcceptInterview: InterviewPersonal;
  HoldInterview: InterviewPersonal;
  DeclineInterview: InterviewPersonal;
  RecordStrategyDiscussion: WordsPersonal;
  CloseAtEighteen: WordsPersonal;
  CorrectMissing: ReportPersonal & FoundPersonal;
  WithdrawMissing: WordsPersonal;
  AcknowledgeMissing: AcknowledgementPersonal;
};

export type MissingOrderType = keyof MissingOrders;

/** One order, or with a type named, the order of that type. */
export type MissingCommand<T extends MissingOrderType = MissingOrderType> = {
  [K in T]: Request<K, MissingOrders[K], MissingWords[K]>;
}[T];
