import { intakeAction } from '@ibex/runtime';
import type { Incoming, IntakeAction } from '@ibex/runtime';
import { only } from '../../shared/domain/only';
import type { MissingCommand } from '../domain/missing.commands';
import {
  AcknowledgeMissingDto,
  CloseAtEighteenDto,
  DeclineInterviewDto,
  HoldInterviewDto,
  InterviewStepDto,
  OfferInterviewDto,
  SightingDto,
  StrategyDiscussionDto,
  WithdrawMissingDto,
} from './missing-course.dto';
import { FoundDto } from './missing-parts.dto';
import { SubmitMissing } from './missing.handler';
import type { Named } from './missing.handler';
import { sealedPart, toEnd, toMoment } from './missing.parts';
import { MISSING_ROLES } from './missing.roles';

type Course<D> = Readonly<{
  name: string;
  dto: new () => D;
  to: (dto: D, by: string) => MissingCommand;
  named?: (dto: D) => Named;
}>;

/** An action on an episode that was reported, whose host is not in question. */
const courseAction = <D extends object>({ name, dto, to, named }: Course<D>): IntakeAction =>
  intakeAction({
    name: `missing/${name}`,
    opens: false,
    dto,
    roles: MISSING_ROLES,
    toCommand: ({ id, dto: body, submission }: Incoming<D>) =>
      new SubmitMissing(
        { stream: `missing-${id}`, submission, command: to(body, submission.actor.authority) },
        named ? { named: named(body) } : {},
      ),
  });

const areaOf = ({ area }: Readonly<{ area?: string }>): Named => ({ area: area === undefined ? [] : [area] });

export const recordSighting = courseAction({
  name: 'sighting',
  dto: SightingDto,
  to: (dto, by) => ({
    type: 'RecordSighting',
    data: { by, when: toMoment(dto.when, 'when'), ...only(dto, 'area') },
    ...sealedPart(only(dto, 'place', 'narrative')),
  }),
  named: areaOf,
});

export const recordFound = courseAction({
  name: 'found',
  dto: FoundDto,
  to: (dto, by) => ({
    type: 'RecordFound',
    data: { by, ...toEnd(dto, 'when') },
    ...sealedPart(only(dto, 'whereabouts', 'narrative')),
  }),
  named: areaOf,
});

export const offerInterview = courseAction({
  name: 'interview-offered',
  dto: OfferInterviewDto,
  to: (dto, by) => ({
    type: 'OfferInterview',
    data: { by, when: toMoment(dto.when, 'when'), ...only(dto, 'commissioned') },
    ...sealedPart(only(dto, 'interviewer', 'narrative')),
  }),
  named: ({ commissioned }) => ({ commissioned: commissioned === undefined ? [] : [commissioned] }),
});

export const acceptInterview = courseAction({
  name: 'interview-accepted',
  dto: InterviewStepDto,
  to: (dto, by) => ({
    type: 'AcceptInterview',
    data: { by, when: toMoment(dto.when, 'when') },
    ...sealedPart(only(dto, 'interviewer', 'narrative')),
  }),
});

export const holdInterview = courseAction({
  name: 'interview-held',
  dto: HoldInterviewDto,
  to: (dto, by) => ({
    type: 'HoldInterview',
    data: { by, when: toMoment(dto.when, 'when'), heldBy: dto.heldBy },
    ...sealedPart(only(dto, 'interviewer', 'narrative')),
  }),
});

export const declineInterview = courseAction({
  name: 'interview-declined',
  dto: DeclineInterviewDto,
  to: (dto, by) => ({
    type: 'DeclineInterview',
    data: { by, when: toMoment(dto.when, 'when'), declinedBy: dto.declinedBy },
    ...sealedPart(only(dto, 'interviewer', 'narrative')),
  }),
});

export const recordStrategyDiscussion = courseAction({
  name: 'strategy-discussed',
  dto: StrategyDiscussionDto,
  to: (dto, by) => ({
    type: 'RecordStrategyDiscussion',
    data: { by, when: toMoment(dto.when, 'when'), trigger: dto.trigger },
    ...sealedPart(only(dto, 'narrative')),
  }),
});

export const closeAtEighteen = courseAction({
  name: 'close',
  dto: CloseAtEighteenDto,
  to: (dto, by) => ({
    type: 'CloseAtEighteen',
    data: { by, turnedEighteenOn: dto.turnedEighteenOn },
    ...sealedPart(only(dto, 'narrative')),
  }),
});

export const withdrawMissing = courseAction({
  name: 'withdraw',
  dto: WithdrawMissingDto,
  to: (dto, by) => ({
    type: 'WithdrawMissing',
    data: { by, because: dto.because },
    ...sealedPart(only(dto, 'narrative')),
  }),
});

export const acknowledgeMissing = courseAction({
  name: 'acknowledge',
  dto: AcknowledgeMissingDto,
  to: (dto, by) => ({
    type: 'AcknowledgeMissing',
    data: { by, response: dto.response },
    ...sealedPart(only(dto, 'whatWeAreDoing', 'contacts')),
  }),
});

export const courseActions: readonly IntakeAction[] = [
  recordSighting,
  recordFound,
  offerInterview,
  acceptInterview,
  holdInterview,
  declineInterview,
  recordStrategyDiscussion,
  closeAtEighteen,
  withdrawMissing,
  acknowledgeMissing,
];
