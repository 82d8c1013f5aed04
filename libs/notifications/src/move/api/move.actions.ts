import { intakeAction } from '@ibex/runtime';
import type { Incoming, IntakeAction } from '@ibex/runtime';
import type { Role } from '@ibex/kernel';
import { toChildNamed } from '../../shared/api/child.dto';
import type { Place } from '../domain/move.events';
import { courseActions } from './move-course.actions';
import { CorrectMoveDto, NotifyMoveDto } from './move.dto';
import { SubmitMove } from './move.handler';
import { moveOrder, toMovePersonal, toParticulars, toPlaces } from './move.parts';
import { EITHER_SIDE } from './move.roles';

const roles: readonly Role[] = EITHER_SIDE;
/** Until the handler has found the place. */
const NOT_YET_FOUND: Place = { kind: 'unknown' };

export const notifyMove = intakeAction({
  name: 'move/notify',
  opens: true,
  dto: NotifyMoveDto,
  roles,
  toCommand: (incoming: Incoming<NotifyMoveDto>) => {
    const { dto, submission } = incoming;
    const order = moveOrder(incoming, {
      type: 'NotifyMove',
      data: {
        by: submission.actor.authority,
        fromAuthority: NOT_YET_FOUND,
        toAuthority: NOT_YET_FOUND,
        ...toParticulars(dto),
        cohort: dto.cohort,
        permanence: dto.permanence,
        section47Open: dto.section47Open ?? dto.cohort === 'section-47-open',
        unborn: dto.unborn ?? false,
        addressRestricted: dto.addressRestricted ?? false,
      },
      ...toMovePersonal(dto),
    });
    return new SubmitMove({ ...order, child: toChildNamed(dto) }, toPlaces(dto, true));
  },
});

export const correctMove = intakeAction({
  name: 'move/correct',
  opens: false,
  dto: CorrectMoveDto,
  roles,
  toCommand: (incoming: Incoming<CorrectMoveDto>) => {
    const { dto, submission } = incoming;
    const part = toMovePersonal(dto);
    const order = moveOrder(incoming, {
      type: 'CorrectMove',
      data: {
        by: submission.actor.authority,
        corrections: toParticulars(dto),
        personalCorrected: part.personal !== undefined,
      },
      ...part,
    });
    return new SubmitMove(order, toPlaces(dto, false));
  },
});

/** Everything that can be ordered about a move. */
export const moveActions: readonly IntakeAction[] = [notifyMove, correctMove, ...courseActions];
