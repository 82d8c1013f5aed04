import type { CivilDate, Fact } from '@ibex/kernel';
import type { KnownRisk } from '../../shared/domain/exploitation.codes';
import type { Host } from '../../shared/domain/host';
import { recordedAs } from '../../shared/domain/recorded-as';
import type {
  LegalStatus,
  NeedCode,
  PlacementProvider,
  PlacementType,
  ReasonEpisodeCeased,
  ReasonForNewEpisode,
  ReasonForPlacementChange,
} from '../../shared/domain/ssda903.codes';

/** Of the care plan and the assessment of needs: with the host, still to come, or (in a return) not said. */
export const SUPPLIED = ['supplied', 'pending', 'not-said'] as const;
export type Supplied = (typeof SUPPLIED)[number];

/** Whether the host had to be told before the start or, in an emergency, within 5 working days of it; a return does not say. */
export const NOTICES = ['planned', 'emergency', 'from-return'] as const;
export type Notice = (typeof NOTICES)[number];

/** What the open part of a placement says. `startsOn`: when this child began to live with this carer, London date. */
export type Placement = Readonly<{
  host: Host;
  startsOn: CivilDate;
  notice: Notice;
  /** Kept from everyone but the owner: placed for adoption, refuge, protected address. */
  restricted: boolean;
  carePlan: Supplied;
  assessment: Supplied;
  expectedEndOn?: CivilDate;
  placementType?: PlacementType;
  provider?: PlacementProvider;
  providerUrn?: string;
  legalStatus?: LegalStatus;
  reasonForNewEpisode?: ReasonForNewEpisode;
  need?: NeedCode;
  known?: KnownRisk;
  /** Which system or return this was taken from, e.g. `ssda903`. */
  sourceSystem?: string;
}>;

/** `by`: the acting authority's GSS code. `host`: the host after this fact, so that each fact reads on its own. */
type By = Readonly<{ by: string }>;
type At = By & Readonly<{ host: Host; restricted: boolean }>;
/** When it happened, as the sender says: a London date, the same as the date that the fact is about. */
type On = Readonly<{ occurredAt: CivilDate }>;
/** When the host was told in writing outside the exchange, before this was posted. */
type ToldOtherwise = Readonly<{ toldByOtherMeansOn?: CivilDate }>;

/** Personal parts. All of them are sealed; the type says what may be in them, the decider never looks. */
export type PlacementPersonal = Readonly<{
  child?: object;
  address?: string;
  postcode?: string;
  providerName?: string;
  contacts?: object;
  narrative?: string;
}>;
type Told<T extends string, D extends object> = Fact<T, D, PlacementPersonal>;

export type PlacementHostConsulted = Told<
  'PlacementHostConsulted',
  At &
    On &
    Readonly<{
      consultedOn: CivilDate;
      carePlan: Supplied;
      intendedStartOn?: CivilDate;
      expectedEndOn?: CivilDate;
      placementType?: PlacementType;
      provider?: PlacementProvider;
      providerUrn?: string;
      known?: KnownRisk;
    }>
>;

export type PlacementNotified = Told<
  'PlacementNotified',
  By & On & Placement & ToldOtherwise & Readonly<{ consulted: boolean }>
>;

export const SUPPLIES = ['care-plan', 'assessment'] as const;
export type Supply = (typeof SUPPLIES)[number];
export type PlacementSupplied = Told<
  'PlacementSupplied',
  At & ToldOtherwise & Readonly<{ supplied: readonly Supply[] }>
>;

/** The carer moved across a boundary and the child with them: RNE code T. The same placement goes on. */
export type PlacementChanged = Told<
  'PlacementChanged',
  At &
    On &
    ToldOtherwise &
    Readonly<{
      previousHost: Host;
      changedOn: CivilDate;
      notice: Notice;
      carePlan: Supplied;
      assessment: Supplied;
    }>
>;

/** The whole open part as it should have been from the start; `corrected` names what differs. */
export type PlacementCorrected = Told<
  'PlacementCorrected',
  By &
    Placement &
    Readonly<{
      previousHost: Host;
      corrected: readonly string[];
      /** When the last move of the carer took place, where there was one. */
      changedOn?: CivilDate;
      /** The end, where the placement has ended; absent where it goes on. */
      endedOn?: CivilDate;
    }>
>;

export type PlacementEnded = Told<
  'PlacementEnded',
  At &
    On &
    ToldOtherwise &
    Readonly<{
      endedOn: CivilDate;
      reasonEpisodeCeased?: ReasonEpisodeCeased;
      reasonForPlacementChange?: ReasonForPlacementChange;
    }>
>;

export const WITHDRAWAL_REASONS = [
  'wrong-child',
  'duplicate',
  'did-not-happen',
  'own-area',
  'other',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];
export type PlacementWithdrawn = Told<'PlacementWithdrawn', At & Readonly<{ reason: WithdrawalReason }>>;

export type PlacementAcknowledged = Told<'PlacementAcknowledged', By>;

/** What the host did: each date is its own; `concerns` true means that the narrative says which. */
export type HostResponse = Readonly<{
  riskAssessedOn?: CivilDate;
  panelReviewOn?: CivilDate;
  concerns: boolean;
}>;
export type PlacementResponded = Told<'PlacementResponded', By & HostResponse>;

export type PlacementFact =
  | PlacementHostConsulted
  | PlacementNotified
  | PlacementSupplied
  | PlacementChanged
  | PlacementCorrected
  | PlacementEnded
  | PlacementWithdrawn
  | PlacementAcknowledged
  | PlacementResponded;

/** A recorded placement fact, typed; nothing personal is readable in it. */
export const isPlacementFact = recordedAs<PlacementFact>([
  'PlacementHostConsulted',
  'PlacementNotified',
  'PlacementSupplied',
  'PlacementChanged',
  'PlacementCorrected',
  'PlacementEnded',
  'PlacementWithdrawn',
  'PlacementAcknowledged',
  'PlacementResponded',
]);
