import { CivilDateField, Code, Flag, Nested, RefField, Text } from '@ibex/runtime';
import { ChildDto } from '../../shared/api/child.dto';
import { CheckedText } from '../../shared/api/checked-text';
import { ContactsDto } from '../../shared/api/contacts.dto';
import { HostDto } from '../../shared/api/host.dto';
import { KnownRiskDto } from '../../shared/api/known-risk.dto';
import { codesOf } from '../../shared/domain/codes-of';
import {
  LEGAL_STATUSES,
  NEED_CODES,
  PLACEMENT_PROVIDERS,
  PLACEMENT_TYPES,
  REASONS_FOR_NEW_EPISODE,
  isProviderUrn,
} from '../../shared/domain/ssda903.codes';
import type {
  LegalStatus,
  NeedCode,
  PlacementProvider,
  PlacementType,
  ReasonForNewEpisode,
} from '../../shared/domain/ssda903.codes';
import { NOTICES, SUPPLIED } from '../domain/placement.events';
import type { Notice, Supplied } from '../domain/placement.events';

const PENDING = 'left out: pending, or not said for a notice from a return';

/** Where the child lives and with whom; the address, the names and the words are sealed. */
export class PlacedAtDto extends HostDto {
  @Flag({
    optional: true,
    description:
      'True: kept from everyone else, nobody is told. Placements for adoption (A3 to A6) always are',
  })
  readonly restricted?: boolean;

  @Text({ max: 500, optional: true, description: 'Address; sealed' })
  readonly address?: string;

  @Text({ max: 200, optional: true, description: 'Name of the provider or carer; sealed' })
  readonly providerName?: string;

  @Nested(() => ContactsDto, { optional: true, description: 'Whom the host can reach; sealed' })
  readonly contacts?: ContactsDto;

  @Text({ max: 8000, optional: true, description: 'What the host should know, in words; sealed' })
  readonly narrative?: string;
}

/** What a placement is, in the codes of the SSDA903 return. Everything may be left out that a return lacks. */
export class PlacementFieldsDto extends PlacedAtDto {
  @CivilDateField({ optional: true, description: 'Expected end' })
  readonly expectedEndOn?: string;

  @Code(codesOf(PLACEMENT_TYPES), { optional: true, description: 'SSDA903 PLACE' })
  readonly placementType?: PlacementType;

  @Code(codesOf(PLACEMENT_PROVIDERS), { optional: true, description: 'SSDA903 PLACE_PROVIDER' })
  readonly provider?: PlacementProvider;

  @CheckedText(
    {
      rule: 'provider-urn',
      holds: isProviderUrn,
      fault: 'is not shaped like a provider URN',
      mend: 'Give SC and six digits, seven digits, or XXXXXXX where another body inspects the provider.',
    },
    { optional: true, description: 'URN of the provider, as Ofsted gives it', example: 'SC012345' },
  )
  readonly providerUrn?: string;

  @Code(codesOf(LEGAL_STATUSES), { optional: true, description: 'SSDA903 LS' })
  readonly legalStatus?: LegalStatus;

  @Code(codesOf(REASONS_FOR_NEW_EPISODE), { optional: true, description: 'SSDA903 RNE' })
  readonly reasonForNewEpisode?: ReasonForNewEpisode;

  @Code(codesOf(NEED_CODES), { optional: true, description: 'SSDA903 CIN, category of need' })
  readonly need?: NeedCode;

  @Nested(() => KnownRiskDto, { optional: true, description: 'What is known of risk, in codes' })
  readonly known?: KnownRiskDto;

  @Code(SUPPLIED, { optional: true, description: `Care plan, reg 13(4)(b); ${PENDING}` })
  readonly carePlan?: Supplied;

  @Code(SUPPLIED, { optional: true, description: `Assessment of needs, reg 13(4)(a); ${PENDING}` })
  readonly assessment?: Supplied;
}

/** A placement under a consultation: the child is the one of the consultation. */
export class GoAheadDto extends PlacementFieldsDto {
  @CivilDateField({ description: 'First day of the placement' })
  readonly startsOn!: string;

  @Code(NOTICES, {
    description:
      'planned: the host is told before; emergency: within 5 working days of the start; from-return: not known',
  })
  readonly notice!: Notice;

  @CivilDateField({
    optional: true,
    description: 'When the host was told in writing outside the exchange, if it was',
  })
  readonly toldByOtherMeansOn?: string;

  @Text({ max: 40, optional: true, description: 'System or return it comes from', example: 'ssda903' })
  readonly sourceSystem?: string;
}

export class NotifyPlacementDto extends GoAheadDto {
  @Nested(() => ChildDto, { optional: true, description: 'The child; or give recordRef' })
  readonly child?: ChildDto;

  @RefField({ optional: true, description: 'Reference of the child’s record; or give child' })
  readonly recordRef?: string;
}

export class ConsultHostDto extends PlacementFieldsDto {
  @Nested(() => ChildDto, { optional: true, description: 'The child; or give recordRef' })
  readonly child?: ChildDto;

  @RefField({ optional: true, description: 'Reference of the child’s record; or give child' })
  readonly recordRef?: string;

  @CivilDateField({ description: 'When the consultation began' })
  readonly consultedOn!: string;

  @CivilDateField({ optional: true, description: 'When the placement is meant to start' })
  readonly intendedStartOn?: string;
}
