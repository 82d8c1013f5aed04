import { Code, Count, GssField, InstantField, Nested, RefField, Text } from '@ibex/runtime';
import { ChildDto } from '../../shared/api/child.dto';
import { GssList } from '../../shared/api/gss-list';
import { KnownRiskDto } from '../../shared/api/known-risk.dto';
import { codesOf } from '../../shared/domain/codes-of';
import { LEGAL_STATUSES, MISSING_KINDS } from '../../shared/domain/ssda903.codes';
import type { LegalStatus, MissingKind } from '../../shared/domain/ssda903.codes';
import { MISSING_FROM, MISSING_RISKS } from '../domain/missing.codes';
import type { MissingFrom, MissingRisk } from '../domain/missing.codes';
import { POLICE_FORCES } from '../domain/missing.forces';
import type { PoliceForce } from '../domain/missing.forces';
import { HostCode, HostUnknown, PlacePostcode, Restricted } from './host.fields';
import { EndDto, FoundDto, MomentDto, SearchAidDto } from './missing-parts.dto';

const KIND = 'M: whereabouts not known. A: known, but away from the placement without authorisation';
const AREAS = 'Authorities in whose areas the child may turn up; each is told';

/** On what others judge how to respond. */
class CircumstancesDto extends SearchAidDto {
  @Code(POLICE_FORCES, { optional: true, description: 'Police force that has the case' })
  readonly policeForce?: PoliceForce;

  @InstantField({ optional: true, description: 'When the police were told' })
  readonly reportedToPoliceAt?: string;

  @Code(MISSING_RISKS, { optional: true, description: 'Police grade of risk' })
  readonly risk?: MissingRisk;

  @Nested(() => KnownRiskDto, { optional: true, description: 'What is known of risk, in codes' })
  readonly known?: KnownRiskDto;

  @GssList({ description: AREAS, max: 20 })
  readonly areasAtRisk?: readonly string[];
}

/** A child is missing. At night little is known: only who, of what kind, from where and last seen when are needed. */
export class ReportMissingDto extends CircumstancesDto {
  @Nested(() => ChildDto, { optional: true, description: 'The child; or give recordRef' })
  readonly child?: ChildDto;

  @RefField({ optional: true, description: 'The child’s record, as an earlier answer named it' })
  readonly recordRef?: string;

  @Code(codesOf(MISSING_KINDS), { description: KIND })
  readonly kind!: MissingKind;

  @Code(MISSING_FROM, { description: 'From care (a placement) or from home' })
  readonly from!: MissingFrom;

  @GssField({ optional: true, description: 'Authority responsible for the child; left out: your own' })
  readonly responsibleAuthority?: string;

  @HostCode()
  readonly host?: string;

  @HostUnknown()
  readonly hostUnknown?: boolean;

  @PlacePostcode()
  readonly postcode?: string;

  @Restricted()
  readonly restricted?: boolean;

  @Nested(() => MomentDto, { description: 'When the child was last seen, or left' })
  readonly lastSeen!: MomentDto;

  @Code(codesOf(LEGAL_STATUSES), { optional: true, description: 'Legal status, SSDA903 LS' })
  readonly legalStatus?: LegalStatus;

  @Count({ min: 1, max: 999, optional: true, description: 'Which episode of this child it is, as you count' })
  readonly episodeNumberKnownToOwner?: number;

  @Nested(() => FoundDto, { optional: true, description: 'The end, where the episode is over already' })
  readonly end?: FoundDto;
}

/** What is new. Areas at risk are added to those told before. */
export class UpdateMissingDto extends CircumstancesDto {
  @Code(codesOf(MISSING_KINDS), { optional: true, description: KIND })
  readonly kind?: MissingKind;
}

/** Only what was told wrong, as it should have been. */
export class CorrectMissingDto extends SearchAidDto {
  @Code(codesOf(MISSING_KINDS), { optional: true, description: KIND })
  readonly kind?: MissingKind;

  @HostCode()
  readonly host?: string;

  @HostUnknown()
  readonly hostUnknown?: boolean;

  @PlacePostcode()
  readonly postcode?: string;

  @Restricted()
  readonly restricted?: boolean;

  @Nested(() => MomentDto, { optional: true, description: 'When the child was last seen, or left' })
  readonly lastSeen?: MomentDto;

  @Code(POLICE_FORCES, { optional: true, description: 'Police force that has the case' })
  readonly policeForce?: PoliceForce;

  @Code(codesOf(LEGAL_STATUSES), { optional: true, description: 'Legal status, SSDA903 LS' })
  readonly legalStatus?: LegalStatus;

  @Nested(() => EndDto, { optional: true, description: 'The end of the episode' })
  readonly end?: EndDto;

  @Text({ max: 1000, optional: true, description: 'Where the child was found or came back to; sealed' })
  readonly whereabouts?: string;

  @Text({ max: 8000, optional: true, description: 'What was wrong, in words; sealed' })
  readonly narrative?: string;
}
