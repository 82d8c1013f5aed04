import type { CivilDate, Request } from '@ibex/kernel';
import type { Host } from '../../shared/domain/host';
import type {
  HostResponse,
  Notice,
  Placement,
  PlacementEnded,
  PlacementHostConsulted,
  PlacementPersonal,
  Supplied,
  Supply,
  WithdrawalReason,
} from './placement.events';

/** Every order carries `by`, the acting authority from the token, and passes its personal part through unread. */
type Order<T extends string, D extends object> = Request<T, Readonly<{ by: string }> & D, PlacementPersonal>;

export type ConsultHost = Order<'ConsultHost', Omit<PlacementHostConsulted['data'], 'occurredAt'>>;

export type NotifyPlacement = Order<
  'NotifyPlacement',
  Placement & Readonly<{ toldByOtherMeansOn?: CivilDate }>
>;

/** The notice of a placement about which its host was consulted: the child is the one of the consultation. */
export type GoAhead = Order<'GoAhead', NotifyPlacement['data']>;

export type SupplyInformation = Order<
  'SupplyInformation',
  Readonly<{ supplied: readonly Supply[]; toldByOtherMeansOn?: CivilDate }>
>;

export type ChangeHost = Order<
  'ChangeHost',
  Readonly<{
    host: Host;
    changedOn: CivilDate;
    notice: Notice;
    restricted: boolean;
    carePlan: Supplied;
    assessment: Supplied;
    toldByOtherMeansOn?: CivilDate;
  }>
>;

/** What was posted wrong, as it should have been. `stillOpen`: the end was posted wrong and the placement goes on. */
export type Corrections = Partial<Omit<Placement, 'sourceSystem'>> &
  Readonly<{ changedOn?: CivilDate; endedOn?: CivilDate; stillOpen?: boolean }>;
export type CorrectPlacement = Order<
  'CorrectPlacement',
  Readonly<{
    corrections: Corrections;
    /** Names, not values, of the personal parts that are put right. */
    personalParts: readonly string[];
  }>
>;

export type EndPlacement = Order<
  'EndPlacement',
  Omit<PlacementEnded['data'], 'host' | 'restricted' | 'occurredAt'>
>;
export type WithdrawPlacement = Order<'WithdrawPlacement', Readonly<{ reason: WithdrawalReason }>>;
export type AcknowledgePlacement = Order<'AcknowledgePlacement', object>;
export type RespondToPlacement = Order<'RespondToPlacement', HostResponse>;

/** What the responsible authority orders once a placement has been opened. */
export type CourseCommand =
  SupplyInformation | ChangeHost | CorrectPlacement | EndPlacement | WithdrawPlacement;
export type PlacementCommand =
  ConsultHost | NotifyPlacement | GoAhead | CourseCommand | AcknowledgePlacement | RespondToPlacement;
