import type { Role } from '@ibex/kernel';
import { intakeAction } from '@ibex/runtime';
import type { Incoming, IntakeAction } from '@ibex/runtime';
import { only } from '../../shared/domain/only';
import type { MoveCommand } from '../domain/move.commands';
import {
  AcceptMoveDto,
  ConferenceHeldDto,
  ConfirmArrivalDto,
  DeclineMoveDto,
  HandOverMoveDto,
  MakeMovePermanentDto,
  ReportNotArrivedDto,
  SupplyMoveInformationDto,
  WithdrawMoveDto,
} from './move-course.dto';
import { SubmitMove } from './move.handler';
import { moveOrder, toExplained } from './move.parts';
import { EITHER_SIDE, ORIGINATING, RECEIVING } from './move.roles';

type Course<D> = Readonly<{
  name: string;
  dto: new () => D;
  roles: readonly Role[];
  to(dto: D, by: string): MoveCommand;
}>;

/** An action on a move that was notified before, whose authorities are not in question. */
const courseAction = <D extends object>({ name, dto, roles, to }: Course<D>): IntakeAction =>
  intakeAction({
    name: `move/${name}`,
    opens: false,
    dto,
    roles,
    toCommand: (incoming: Incoming<D>) =>
      new SubmitMove(moveOrder(incoming, to(incoming.dto, incoming.submission.actor.authority))),
  });

export const supplyInformation = courseAction({
  name: 'supply-information',
  dto: SupplyMoveInformationDto,
  roles: ORIGINATING,
  to: (dto, by) => ({
    type: 'SupplyMoveInformation',
    data: { by, ...only(dto, 'suppliedOn', 'kinds', 'complete') },
    ...toExplained(dto),
  }),
});

export const acceptMove = courseAction({
  name: 'accept',
  dto: AcceptMoveDto,
  roles: RECEIVING,
  to: (dto, by) => ({
    type: 'AcceptMove',
    data: { by, acceptedOn: dto.acceptedOn },
    ...toExplained(dto),
  }),
});

export const declineMove = courseAction({
  name: 'decline',
  dto: DeclineMoveDto,
  roles: RECEIVING,
  to: (dto, by) => ({
    type: 'DeclineMove',
    data: { by, ...only(dto, 'declinedOn', 'reason'), explained: dto.explanation !== undefined },
    ...toExplained(dto),
  }),
});

export const conferenceHeld = courseAction({
  name: 'conference-held',
  dto: ConferenceHeldDto,
  roles: RECEIVING,
  to: (dto, by) => ({
    type: 'RecordTransferConference',
    data: { by, ...only(dto, 'heldOn', 'conferenceOutcome') },
    ...toExplained(dto),
  }),
});

export const handOverMove = courseAction({
  name: 'hand-over',
  dto: HandOverMoveDto,
  roles: ORIGINATING,
  to: (dto, by) => ({
    type: 'HandOverMove',
    data: { by, handedOverOn: dto.handedOverOn },
    ...toExplained(dto),
  }),
});

export const confirmArrival = courseAction({
  name: 'arrived',
  dto: ConfirmArrivalDto,
  roles: EITHER_SIDE,
  to: (dto, by) => ({
    type: 'ConfirmArrival',
    data: { by, arrivedOn: dto.arrivedOn },
    ...toExplained(dto),
  }),
});

export const reportNotArrived = courseAction({
  name: 'not-arrived',
  dto: ReportNotArrivedDto,
  roles: EITHER_SIDE,
  to: (dto, by) => ({
    type: 'ReportNotArrived',
    data: { by, ...only(dto, 'learnedOn', 'whereabouts') },
    ...toExplained(dto),
  }),
});

export const becamePermanent = courseAction({
  name: 'became-permanent',
  dto: MakeMovePermanentDto,
  roles: EITHER_SIDE,
  to: (dto, by) => ({
    type: 'MakeMovePermanent',
    data: { by, permanentFrom: dto.permanentFrom },
    ...toExplained(dto),
  }),
});

export const withdrawMove = courseAction({
  name: 'withdraw',
  dto: WithdrawMoveDto,
  roles: EITHER_SIDE,
  to: (dto, by) => ({ type: 'WithdrawMove', data: { by, reason: dto.reason }, ...toExplained(dto) }),
});

export const courseActions: readonly IntakeAction[] = [
  supplyInformation,
  acceptMove,
  declineMove,
  conferenceHeld,
  handOverMove,
  confirmArrival,
  reportNotArrived,
  becamePermanent,
  withdrawMove,
];
