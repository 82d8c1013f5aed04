import type { CivilDate, Request } from '@ibex/kernel';
import type {
  ConferenceOutcome,
  DeclineReason,
  InformationKind,
  Whereabouts,
  WithdrawalReason,
} from './move.codes';
import type { Explained, MoveParticulars, MovePersonal } from './move.events';

/** `by`: the acting authority (GSS code), from the token. */
type Order<D extends object> = Readonly<{ by: string }> & Readonly<D>;

export type NotifyMove = Request<'NotifyMove', Order<MoveParticulars>, MovePersonal>;

/** What each order about a notified move says openly. */
export type MoveActionData = Readonly<{
  SupplyMoveInformation: Order<{
    suppliedOn: CivilDate;
    kinds: readonly InformationKind[];
    complete: boolean;
  }>;
  AcceptMove: Order<{ acceptedOn: CivilDate }>;
  /** `explained`: whether an explanation comes along; the explanation itself is personal. */
  DeclineMove: Order<{ declinedOn: CivilDate; reason?: DeclineReason; explained: boolean }>;
  RecordTransferConference: Order<{ heldOn: CivilDate; conferenceOutcome: ConferenceOutcome }>;
  HandOverMove: Order<{ handedOverOn: CivilDate }>;
  ConfirmArrival: Order<{ arrivedOn: CivilDate }>;
  ReportNotArrived: Order<{ learnedOn: CivilDate; whereabouts: Whereabouts }>;
  MakeMovePermanent: Order<{ permanentFrom: CivilDate }>;
  /** `personalCorrected`: whether personal fields come along to be corrected. */
  CorrectMove: Order<{ corrections: Readonly<Partial<MoveParticulars>>; personalCorrected: boolean }>;
  WithdrawMove: Order<{ reason: WithdrawalReason }>;
}>;

/** One order about a notified move by its type, or all of them. */
export type MoveAction<T extends keyof MoveActionData = keyof MoveActionData> = {
  [K in T]: Request<K, MoveActionData[K], K extends 'CorrectMove' ? MovePersonal : Explained>;
}[T];
export type MoveCommand = NotifyMove | MoveAction;
