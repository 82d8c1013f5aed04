import { CivilDateField, Code, GssField, Nested, Text } from '@ibex/runtime';
import { ContactsDto } from '../../shared/api/contacts.dto';
import {
  DECLINED_BY,
  INTERVIEWERS,
  MISSING_RESPONSES,
  MISSING_WITHDRAWN_BECAUSE,
  STRATEGY_TRIGGERS,
} from '../domain/missing.codes';
import type {
  DeclinedBy,
  Interviewer,
  MissingResponse,
  MissingWithdrawnBecause,
  StrategyTrigger,
} from '../domain/missing.codes';
import { MomentDto, MissingNarrativeDto } from './missing-parts.dto';

export class SightingDto extends MissingNarrativeDto {
  @Nested(() => MomentDto, { description: 'When the child was seen' })
  readonly when!: MomentDto;

  @GssField({ optional: true, description: 'Authority in whose area; it is told' })
  readonly area?: string;

  @Text({ max: 1000, optional: true, description: 'Where; sealed' })
  readonly place?: string;
}

/** A step of the return home interview. */
export class InterviewStepDto extends MissingNarrativeDto {
  @Nested(() => MomentDto, { description: 'When it was offered, accepted, held or declined' })
  readonly when!: MomentDto;

  @Text({ max: 120, optional: true, description: 'Name of the interviewer; sealed' })
  readonly interviewer?: string;
}

export class OfferInterviewDto extends InterviewStepDto {
  @GssField({ optional: true, description: 'Authority that is asked to hold it for you, e.g. the host' })
  readonly commissioned?: string;
}

export class HoldInterviewDto extends InterviewStepDto {
  @Code(INTERVIEWERS, { description: 'By whom: independent of the placement' })
  readonly heldBy!: Interviewer;
}

export class DeclineInterviewDto extends InterviewStepDto {
  @Code(DECLINED_BY, { description: 'Who declined, or that the child could not be reached' })
  readonly declinedBy!: DeclinedBy;
}

export class StrategyDiscussionDto extends MissingNarrativeDto {
  @Nested(() => MomentDto, { description: 'When it was held' })
  readonly when!: MomentDto;

  @Code(STRATEGY_TRIGGERS, { description: 'What set it off' })
  readonly trigger!: StrategyTrigger;
}

export class CloseAtEighteenDto extends MissingNarrativeDto {
  @CivilDateField({ description: 'The eighteenth birthday' })
  readonly turnedEighteenOn!: string;
}

export class WithdrawMissingDto extends MissingNarrativeDto {
  @Code(MISSING_WITHDRAWN_BECAUSE, { description: 'Why it is recalled' })
  readonly because!: MissingWithdrawnBecause;
}

export class AcknowledgeMissingDto {
  @Code(MISSING_RESPONSES, { description: 'What you did or are doing' })
  readonly response!: MissingResponse;

  @Text({ max: 4000, optional: true, description: 'What you are doing, in words; sealed' })
  readonly whatWeAreDoing?: string;

  @Nested(() => ContactsDto, { optional: true, description: 'Whom they can reach with you; sealed' })
  readonly contacts?: ContactsDto;
}
