import { intakeAction } from '@ibex/runtime';
import type { Incoming, IntakeAction } from '@ibex/runtime';
import type { Role } from '@ibex/kernel';
import { toHostGiven } from '../../shared/api/host.dto';
import type { HostGiven } from '../../shared/api/host.dto';
import { isRestrictedPlacement } from '../../shared/domain/host';
import { only } from '../../shared/domain/only';
import type { Corrections, PlacementCommand } from '../domain/placement.commands';
import {
  AcknowledgePlacementDto,
  ChangeHostDto,
  CorrectPlacementDto,
  EndPlacementDto,
  RespondToPlacementDto,
  SupplyInformationDto,
  WithdrawPlacementDto,
} from './placement-course.dto';
import { SubmitPlacement } from './placement.handler';
import { placementOrder } from './placement.order';
import { HOST_SIDE, PLACING_SIDE } from './placement.roles';
import { toOpenFields, toPapers, toPersonal, toPlace } from './placement.parts';

type Order<D> = Readonly<{
  name: string;
  roles: readonly Role[];
  dto: new () => D;
  to(dto: D, by: string): PlacementCommand;
}>;

/** An action on a placement that is there, whose host is not in question. */
const courseAction = <D extends object>({ name, roles, dto, to }: Order<D>): IntakeAction =>
  intakeAction({
    name: `placement/${name}`,
    opens: false,
    roles,
    dto,
    toCommand: (incoming: Incoming<D>) =>
      new SubmitPlacement(placementOrder(incoming, to(incoming.dto, incoming.submission.actor.authority))),
  });

export const supplyInformation = courseAction({
  name: 'supply',
  roles: PLACING_SIDE,
  dto: SupplyInformationDto,
  to: (dto, by) => ({
    type: 'SupplyInformation',
    data: { by, ...only(dto, 'supplied', 'toldByOtherMeansOn') },
    ...toPersonal(dto),
  }),
});

export const changeHost = intakeAction({
  name: 'placement/change',
  opens: false,
  roles: PLACING_SIDE,
  dto: ChangeHostDto,
  toCommand: (incoming: Incoming<ChangeHostDto>) => {
    const { dto, submission } = incoming;
    const { place, ...where } = toPlace(dto, undefined, dto.notice === 'from-return');
    const command: PlacementCommand = {
      type: 'ChangeHost',
      data: {
        by: submission.actor.authority,
        ...where,
        ...only(dto, 'changedOn', 'notice', 'toldByOtherMeansOn'),
        ...toPapers(dto, dto.notice),
      },
      ...toPersonal(dto),
    };
    return new SubmitPlacement(placementOrder(incoming, command), place);
  },
});

const toCorrections = (dto: CorrectPlacementDto): Corrections => ({
  ...toOpenFields(dto),
  ...only(dto, 'startsOn', 'notice', 'changedOn', 'endedOn', 'stillOpen'),
  ...only(dto, 'restricted', 'carePlan', 'assessment'),
});

/** The host is looked up only where something was said of it, and never for a restricted placement. */
const findPlace = (dto: CorrectPlacementDto): HostGiven | undefined => {
  if (dto.restricted === true || isRestrictedPlacement(dto.placementType)) return undefined;
  const isSaid = dto.host !== undefined || dto.postcode !== undefined || dto.hostUnknown === true;
  return isSaid ? toHostGiven(dto) : undefined;
};

export const correctPlacement = intakeAction({
  name: 'placement/correct',
  opens: false,
  roles: PLACING_SIDE,
  dto: CorrectPlacementDto,
  toCommand: (incoming: Incoming<CorrectPlacementDto>) => {
    const { dto, submission } = incoming;
    const part = toPersonal(dto);
    const command: PlacementCommand = {
      type: 'CorrectPlacement',
      data: {
        by: submission.actor.authority,
        corrections: toCorrections(dto),
        personalParts: Object.keys(part.personal ?? {}),
      },
      ...part,
    };
    return new SubmitPlacement(placementOrder(incoming, command), findPlace(dto));
  },
});

export const endPlacement = courseAction({
  name: 'end',
  roles: PLACING_SIDE,
  dto: EndPlacementDto,
  to: (dto, by) => ({
    type: 'EndPlacement',
    data: {
      by,
      ...only(dto, 'endedOn', 'reasonEpisodeCeased', 'reasonForPlacementChange', 'toldByOtherMeansOn'),
    },
    ...toPersonal(dto),
  }),
});

export const withdrawPlacement = courseAction({
  name: 'withdraw',
  roles: PLACING_SIDE,
  dto: WithdrawPlacementDto,
  to: (dto, by) => ({ type: 'WithdrawPlacement', data: { by, reason: dto.reason }, ...toPersonal(dto) }),
});

export const acknowledgePlacement = courseAction({
  name: 'acknowledge',
  roles: HOST_SIDE,
  dto: AcknowledgePlacementDto,
  to: (dto, by) => ({ type: 'AcknowledgePlacement', data: { by }, ...toPersonal(dto) }),
});

export const respondToPlacement = courseAction({
  name: 'respond',
  roles: HOST_SIDE,
  dto: RespondToPlacementDto,
  to: (dto, by) => ({
    type: 'RespondToPlacement',
    data: { by, ...only(dto, 'riskAssessedOn', 'panelReviewOn'), concerns: dto.concerns ?? false },
    ...toPersonal(dto),
  }),
});

export const courseActions: readonly IntakeAction[] = [
  supplyInformation,
  changeHost,
  correctPlacement,
  endPlacement,
  withdrawPlacement,
  acknowledgePlacement,
  respondToPlacement,
];
