import { CivilDateField, Code, CodeList, Flag, Nested, Text } from '@ibex/runtime';
import { ContactsDto } from '../../shared/api/contacts.dto';
import {
  CONFERENCE_OUTCOMES,
  DECLINE_REASONS,
  INFORMATION_KINDS,
  WHEREABOUTS,
  WITHDRAWAL_REASONS,
} from '../domain/move.codes';
import type {
  ConferenceOutcome,
  DeclineReason,
  InformationKind,
  Whereabouts,
  WithdrawalReason,
} from '../domain/move.codes';

/** Words and contacts that go with an action. */
export class ExplanationDto {
  @Text({ max: 8000, optional: true, description: 'In words; sealed' })
  readonly explanation?: string;

  @Nested(() => ContactsDto, { optional: true, description: 'Whom the other authority can reach; sealed' })
  readonly contacts?: ContactsDto;
}

export class SupplyMoveInformationDto extends ExplanationDto {
  @CivilDateField({ description: 'Day on which the receiving authority got it' })
  readonly suppliedOn!: string;

  @CodeList(INFORMATION_KINDS, { description: 'What was supplied' })
  readonly kinds!: readonly InformationKind[];

  @Flag({ description: 'True: this completes the written information. Some protocols count from here' })
  readonly complete!: boolean;
}

export class AcceptMoveDto extends ExplanationDto {
  @CivilDateField({ description: 'Day of the acceptance. Some protocols count from here' })
  readonly acceptedOn!: string;
}

export class DeclineMoveDto extends ExplanationDto {
  @CivilDateField({ description: 'Day of the decline' })
  readonly declinedOn!: string;

  @Code(DECLINE_REASONS, {
    optional: true,
    description: 'Why; needed, and to be explained where it is other',
  })
  readonly reason?: DeclineReason;
}

export class ConferenceHeldDto extends ExplanationDto {
  @CivilDateField({ description: 'Day of the transfer-in conference' })
  readonly heldOn!: string;

  @Code(CONFERENCE_OUTCOMES, { description: 'What the conference decided' })
  readonly conferenceOutcome!: ConferenceOutcome;
}

export class HandOverMoveDto extends ExplanationDto {
  @CivilDateField({ description: 'Day from which the receiving authority is responsible' })
  readonly handedOverOn!: string;
}

export class ConfirmArrivalDto extends ExplanationDto {
  @CivilDateField({ description: 'Day on which the child arrived' })
  readonly arrivedOn!: string;
}

export class ReportNotArrivedDto extends ExplanationDto {
  @CivilDateField({ description: 'Day on which it became known' })
  readonly learnedOn!: string;

  @Code(WHEREABOUTS, { description: 'Where the child is thought to be' })
  readonly whereabouts!: Whereabouts;
}

export class MakeMovePermanentDto extends ExplanationDto {
  @CivilDateField({ description: 'Day from which the move counts as permanent' })
  readonly permanentFrom!: string;
}

export class WithdrawMoveDto extends ExplanationDto {
  @Code(WITHDRAWAL_REASONS, { description: 'Why the notice is recalled' })
  readonly reason!: WithdrawalReason;
}
