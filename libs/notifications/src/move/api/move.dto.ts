import { CivilDateField, Code, Count, Flag, Nested, PostcodeField, RefField, Text } from '@ibex/runtime';
import { CheckedText } from '../../shared/api/checked-text';
import { ChildDto } from '../../shared/api/child.dto';
import { ContactsDto } from '../../shared/api/contacts.dto';
import { isOutsideEngland } from '../../shared/domain/host';
import { COHORTS, HOUSING_FUNCTIONS, PERMANENCES, PLAN_CATEGORIES } from '../domain/move.codes';
import type { Cohort, HousingFunction, Permanence, PlanCategory } from '../domain/move.codes';

const PLACE_CODE = {
  rule: 'place-code',
  holds: (text: string) => /^E(?:06|07|08|09|10)\d{6}$/.test(text) || isOutsideEngland(text),
  fault: 'is not the code of an English local authority, nor WAL, SCO, NIR or NUK',
  mend: 'Give the nine-character ONS code, e.g. E09000008 for Croydon, or WAL, SCO, NIR or NUK.',
} as const;

/** From where to where. A side may be named by its code, found by its postcode, or said to be unknown. */
export class RouteDto {
  @CheckedText(PLACE_CODE, {
    optional: true,
    description: 'Where the child lived: ONS code of the originating authority, or WAL, SCO, NIR, NUK',
    example: 'E09000008',
  })
  readonly fromAuthority?: string;

  @Flag({
    optional: true,
    description: 'True: where the child comes from is not known; finding out is your task',
  })
  readonly fromUnknown?: boolean;

  @CheckedText(PLACE_CODE, {
    optional: true,
    description: 'Where the child moves to: ONS code of the receiving authority, or WAL, SCO, NIR, NUK',
    example: 'E09000023',
  })
  readonly toAuthority?: string;

  @Flag({ optional: true, description: 'True: where the child went is not known; finding out is your task' })
  readonly toUnknown?: boolean;

  @Text({ max: 500, optional: true, description: 'Address that the child leaves; sealed' })
  readonly oldAddress?: string;

  @PostcodeField({ optional: true, description: 'Its postcode; sealed' })
  readonly oldPostcode?: string;

  @Text({ max: 500, optional: true, description: 'New address; sealed' })
  readonly newAddress?: string;

  @PostcodeField({ optional: true, description: 'Its postcode; sealed' })
  readonly newPostcode?: string;
}

/** What is known of a move beyond its cohort and permanence. */
export class MoveFieldsDto extends RouteDto {
  @CivilDateField({ optional: true, description: 'Day on which the child moved' })
  readonly movedOn?: string;

  @CivilDateField({ optional: true, description: 'Day on which the move is expected, while it lies ahead' })
  readonly expectedOn?: string;

  @CivilDateField({ optional: true, description: 'Until when a temporary stay is meant to last' })
  readonly temporaryUntil?: string;

  @Code(PLAN_CATEGORIES, { optional: true, description: 'Latest category of the child protection plan' })
  readonly planCategory?: PlanCategory;

  @CivilDateField({ optional: true, description: 'Start of the child protection plan' })
  readonly planStartedOn?: string;

  @Flag({ optional: true, description: 'True: section 47 enquiries are open' })
  readonly section47Open?: boolean;

  @Flag({ optional: true, description: 'True: the child is not born yet' })
  readonly unborn?: boolean;

  @CivilDateField({ optional: true, description: 'Expected date of delivery; sealed' })
  readonly expectedDeliveryOn?: string;

  @RefField({
    optional: true,
    description: 'Your own opaque reference for the household: the same for siblings who move together',
  })
  readonly householdRef?: string;

  @Count({ optional: true, min: 0, max: 30, description: 'Adults in the household' })
  readonly adultCount?: number;

  @Count({ optional: true, min: 0, max: 30, description: 'Children in the household' })
  readonly childCount?: number;

  @Text({ max: 2000, optional: true, description: 'Members of the household in words; sealed' })
  readonly householdDescription?: string;

  @Text({ max: 200, optional: true, description: 'Name of the applicant for housing; sealed' })
  readonly applicantName?: string;

  @Code(HOUSING_FUNCTIONS, { optional: true, description: 'Housing function discharged, Housing Act 1996' })
  readonly housingFunction?: HousingFunction;

  @CivilDateField({
    optional: true,
    description: 'Day on which the accommodation was made available; day 1 of the 14 of section 208',
  })
  readonly accommodationAvailableOn?: string;

  @Flag({
    optional: true,
    description:
      'True (refuge, flight from abuse): new address, household and narrative are shown to nobody else',
  })
  readonly addressRestricted?: boolean;

  @Text({ max: 8000, optional: true, description: 'What the other authority should know, in words; sealed' })
  readonly narrative?: string;

  @Nested(() => ContactsDto, { optional: true, description: 'Whom the other authority can reach; sealed' })
  readonly contacts?: ContactsDto;
}

/** One child who moves, or one member of a household that does. */
export class NotifyMoveDto extends MoveFieldsDto {
  @Nested(() => ChildDto, { optional: true, description: 'The child or young person; or give recordRef' })
  readonly child?: ChildDto;

  @RefField({ optional: true, description: 'Reference of the child’s record; or give child' })
  readonly recordRef?: string;

  @Code(COHORTS, { description: 'Which support moves with the child' })
  readonly cohort!: Cohort;

  @Code(PERMANENCES, { description: 'Whether the move is meant to last' })
  readonly permanence!: Permanence;
}

/** Only what was posted wrong, as it should have been. */
export class CorrectMoveDto extends MoveFieldsDto {
  @Code(COHORTS, { optional: true, description: 'Which support moves with the child' })
  readonly cohort?: Cohort;

  @Code(PERMANENCES, { optional: true, description: 'Whether the move is meant to last' })
  readonly permanence?: Permanence;
}
