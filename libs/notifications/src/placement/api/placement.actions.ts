import { intakeAction } from '@ibex/runtime';
import type { Incoming, IntakeAction } from '@ibex/runtime';
import { toChildNamed } from '../../shared/api/child.dto';
import { only } from '../../shared/domain/only';
import { without } from '../../shared/domain/without';
import type { PlacementCommand } from '../domain/placement.commands';
import { courseActions } from './placement-course.actions';
import { ConsultHostDto, GoAheadDto, NotifyPlacementDto } from './placement.dto';
import { SubmitPlacement } from './placement.handler';
import { checkAge, toOpenFields, toPapers, toPersonal, toPlace } from './placement.parts';
import { placementOrder } from './placement.order';
import { PLACING_SIDE } from './placement.roles';

const byOf = ({ submission }: Incoming<object>): string => submission.actor.authority;

export const consultHost = intakeAction({
  name: 'placement/consult',
  opens: true,
  roles: PLACING_SIDE,
  dto: ConsultHostDto,
  toCommand: (incoming: Incoming<ConsultHostDto>) => {
    const { dto } = incoming;
    const { place, ...where } = toPlace(dto, dto.placementType);
    checkAge(dto.child, dto.intendedStartOn ?? dto.consultedOn);
    const command: PlacementCommand = {
      type: 'ConsultHost',
      data: {
        by: byOf(incoming),
        ...where,
        ...without(toOpenFields(dto), 'legalStatus', 'reasonForNewEpisode', 'need'),
        ...only(dto, 'consultedOn', 'intendedStartOn'),
        carePlan: dto.carePlan ?? 'pending',
      },
      ...toPersonal(dto),
    };
    return new SubmitPlacement({ ...placementOrder(incoming, command), child: toChildNamed(dto) }, place);
  },
});

const toNotice = (incoming: Incoming<GoAheadDto>) => {
  const { dto } = incoming;
  const { place, ...where } = toPlace(dto, dto.placementType, dto.notice === 'from-return');
  const data = {
    by: byOf(incoming),
    ...where,
    ...toOpenFields(dto),
    ...only(dto, 'startsOn', 'notice', 'sourceSystem', 'toldByOtherMeansOn'),
    ...toPapers(dto, dto.notice),
  };
  return { place, data };
};

export const notifyPlacement = intakeAction({
  name: 'placement/notify',
  opens: true,
  roles: PLACING_SIDE,
  dto: NotifyPlacementDto,
  toCommand: (incoming: Incoming<NotifyPlacementDto>) => {
    const { dto } = incoming;
    checkAge(dto.child, dto.startsOn);
    const { place, data } = toNotice(incoming);
    const order = placementOrder(incoming, { type: 'NotifyPlacement', data, ...toPersonal(dto) });
    return new SubmitPlacement({ ...order, child: toChildNamed(dto) }, place);
  },
});

export const goAhead = intakeAction({
  name: 'placement/go-ahead',
  opens: false,
  roles: PLACING_SIDE,
  dto: GoAheadDto,
  toCommand: (incoming: Incoming<GoAheadDto>) => {
    const { place, data } = toNotice(incoming);
    const command: PlacementCommand = { type: 'GoAhead', data, ...toPersonal(incoming.dto) };
    return new SubmitPlacement(placementOrder(incoming, command), place);
  },
});

/** Everything that a client may order about a placement. */
export const placementActions: readonly IntakeAction[] = [
  consultHost,
  notifyPlacement,
  goAhead,
  ...courseActions,
];
