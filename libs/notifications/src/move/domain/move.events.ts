import type { CivilDate, Fact, Instant } from '@ibex/kernel';
import type { Host } from '../../shared/domain/host';
import { recordedAs } from '../../shared/domain/recorded-as';
import type {
  Cohort,
  ConferenceOutcome,
  DeclineReason,
  HousingFunction,
  InformationKind,
  Permanence,
  PlanCategory,
  Whereabouts,
  WithdrawalReason,
} from './move.codes';

/** Where a child moves from or to. Only an authority (GSS code) can be told. */
export type Place = Exclude<Host, Readonly<{ kind: 'withheld' }>>;

/** What is open about one child's move. Siblings and a household moving together share `householdRef`. */
export type MoveParticulars = Readonly<{
  fromAuthority: Place;
  toAuthority: Place;
  /** The day on which the child moved; before that, the day on which the move is expected. */
  movedOn?: CivilDate;
  expectedOn?: CivilDate;
  permanence: Permanence;
  temporaryUntil?: CivilDate;
  cohort: Cohort;
  planCategory?: PlanCategory;
  planStartedOn?: CivilDate;
  section47Open: boolean;
  unborn: boolean;
  householdRef?: string;
  /** Number of members of the household; Housing Act 1996 s208(4). */
  adultCount?: number;
  childCount?: number;
  housingFunction?: HousingFunction;
  accommodationAvailableOn?: CivilDate;
  /** Refuge or flight from abuse: the new address is told to nobody through the exchange. */
  addressRestricted: boolean;
}>;

/** Personal parts: sealed, passed through, never judged. */
export type MovePersonal = Readonly<{
  oldAddress?: string;
  oldPostcode?: string;
  newAddress?: string;
  newPostcode?: string;
  applicantName?: string;
  householdDescription?: string;
  expectedDeliveryOn?: CivilDate;
  narrative?: string;
  contacts?: object;
}>;
export type Explained = Readonly<{ explanation?: string; contacts?: object }>;

/** Who did it (GSS code) and when it is claimed to have happened. */
type Claim = Readonly<{ by: string; occurredAt: Instant }>;

type Said<D extends object> = Claim & Readonly<D>;

/** What each fact says openly. */
export type MoveFactData = Readonly<{
  MoveNotified: Said<MoveParticulars>;
  MoveInformationSupplied: Said<{
    suppliedOn: CivilDate;
    kinds: readonly InformationKind[];
    complete: boolean;
  }>;
  MoveAccepted: Said<{ acceptedOn: CivilDate }>;
  MoveDeclined: Said<{ declinedOn: CivilDate; reason: DeclineReason }>;
  TransferConferenceHeld: Said<{ heldOn: CivilDate; conferenceOutcome: ConferenceOutcome }>;
  MoveResponsibilityHandedOver: Said<{ handedOverOn: CivilDate }>;
  MoveArrived: Said<{ arrivedOn: CivilDate }>;
  MoveNotArrived: Said<{ learnedOn: CivilDate; whereabouts: Whereabouts }>;
  MoveBecamePermanent: Said<{ permanentFrom: CivilDate }>;
  /** The particulars as they stand after the correction; `changed` names the fields that differ. */
  MoveCorrected: Said<MoveParticulars & Readonly<{ changed: readonly string[] }>>;
  MoveWithdrawn: Said<{ reason: WithdrawalReason }>;
}>;

/** What each fact seals. */
type MoveFactPersonal = Readonly<
  Record<Exclude<keyof MoveFactData, 'MoveNotified' | 'MoveCorrected'>, Explained> & {
    MoveNotified: MovePersonal;
    MoveCorrected: MovePersonal;
  }
>;

/** One fact by its type, or all of them. */
export type MoveFact<T extends keyof MoveFactData = keyof MoveFactData> = {
  [K in T]: Fact<K, MoveFactData[K], MoveFactPersonal[K]>;
}[T];
export type MoveEvent = MoveFact;

/** A recorded move fact, typed; nothing personal is readable in it. */
export const isMoveFact = recordedAs<MoveEvent>([
  'MoveNotified',
  'MoveInformationSupplied',
  'MoveAccepted',
  'MoveDeclined',
  'TransferConferenceHeld',
  'MoveResponsibilityHandedOver',
  'MoveArrived',
  'MoveNotArrived',
  'MoveBecamePermanent',
  'MoveCorrected',
  'MoveWithdrawn',
]);
