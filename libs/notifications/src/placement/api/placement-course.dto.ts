import { CivilDateField, Code, CodeList, Flag, Nested, Text } from '@ibex/runtime';
import { ChildDto } from '../../shared/api/child.dto';
import { ContactsDto } from '../../shared/api/contacts.dto';
import { codesOf } from '../../shared/domain/codes-of';
import { REASONS_EPISODE_CEASED, REASONS_FOR_PLACEMENT_CHANGE } from '../../shared/domain/ssda903.codes';
import type { ReasonEpisodeCeased, ReasonForPlacementChange } from '../../shared/domain/ssda903.codes';
import { NOTICES, SUPPLIED, SUPPLIES, WITHDRAWAL_REASONS } from '../domain/placement.events';
import type { Notice, Supplied, Supply, WithdrawalReason } from '../domain/placement.events';
import { PlacementFieldsDto, PlacedAtDto } from './placement.dto';

/** Words that go with an action. */
export class PlacementNarrativeDto {
  @Text({ max: 8000, optional: true, description: 'In words; sealed' })
  readonly narrative?: string;
}

export class SupplyInformationDto extends PlacementNarrativeDto {
  @CodeList(SUPPLIES, { description: 'What the host has been given now' })
  readonly supplied!: readonly Supply[];

  @CivilDateField({
    optional: true,
    description: 'When the host was told in writing outside the exchange, if it was',
  })
  readonly toldByOtherMeansOn?: string;

  @Nested(() => ContactsDto, { optional: true, description: 'Whom the host can reach; sealed' })
  readonly contacts?: ContactsDto;
}

/** The carer moves to another area and the child with them (RNE code T or U). */
export class ChangeHostDto extends PlacedAtDto {
  @CivilDateField({ description: 'When the carer moved' })
  readonly changedOn!: string;

  @Code(NOTICES, { description: 'Whether the move was planned or an emergency; from-return: not known' })
  readonly notice!: Notice;

  @Code(SUPPLIED, { optional: true, description: 'Care plan, for the new host' })
  readonly carePlan?: Supplied;

  @Code(SUPPLIED, { optional: true, description: 'Assessment of needs, for the new host' })
  readonly assessment?: Supplied;

  @CivilDateField({
    optional: true,
    description: 'When the new host was told in writing outside the exchange, if it was',
  })
  readonly toldByOtherMeansOn?: string;
}

/** Only what was posted wrong, as it should have been. */
export class CorrectPlacementDto extends PlacementFieldsDto {
  @CivilDateField({ optional: true, description: 'First day of the placement' })
  readonly startsOn?: string;

  @Code(NOTICES, { optional: true, description: 'planned, emergency or from-return' })
  readonly notice?: Notice;

  @CivilDateField({ optional: true, description: 'When the carer last moved' })
  readonly changedOn?: string;

  @CivilDateField({ optional: true, description: 'Last day of a placement that has ended' })
  readonly endedOn?: string;

  @Flag({ optional: true, description: 'True: the end was posted in error and the placement goes on' })
  readonly stillOpen?: boolean;

  @Nested(() => ChildDto, {
    optional: true,
    description: 'The child’s details as they should have been, with the same localId; sealed',
  })
  readonly child?: ChildDto;
}

export class EndPlacementDto extends PlacementNarrativeDto {
  @CivilDateField({ description: 'Last day of the placement; may be ahead' })
  readonly endedOn!: string;

  @Code(codesOf(REASONS_EPISODE_CEASED), { optional: true, description: 'SSDA903 REC' })
  readonly reasonEpisodeCeased?: ReasonEpisodeCeased;

  @Code(codesOf(REASONS_FOR_PLACEMENT_CHANGE), {
    optional: true,
    description: 'SSDA903 REASON_PLACE_CHANGE',
  })
  readonly reasonForPlacementChange?: ReasonForPlacementChange;

  @CivilDateField({
    optional: true,
    description: 'When the host was told in writing outside the exchange, if it was',
  })
  readonly toldByOtherMeansOn?: string;
}

export class WithdrawPlacementDto extends PlacementNarrativeDto {
  @Code(WITHDRAWAL_REASONS, { description: 'Why it was posted in error' })
  readonly reason!: WithdrawalReason;
}

export class AcknowledgePlacementDto extends PlacementNarrativeDto {}

/** What the host authority did, or asks. */
export class RespondToPlacementDto extends PlacementNarrativeDto {
  @CivilDateField({ optional: true, description: 'When the risk to the child in your area was assessed' })
  readonly riskAssessedOn?: string;

  @CivilDateField({ optional: true, description: 'When your panel reviews it' })
  readonly panelReviewOn?: string;

  @Flag({ optional: true, description: 'True: you have concerns; say which in the narrative' })
  readonly concerns?: boolean;

  @Nested(() => ContactsDto, { optional: true, description: 'Whom the placing authority can reach; sealed' })
  readonly contacts?: ContactsDto;
}
