import { ageOn } from '@ibex/kernel';
import { bodyFault } from '../../shared/api/body-fault';
import { toChildIdentity } from '../../shared/api/child.dto';
import type { ChildDto } from '../../shared/api/child.dto';
import { toHostGiven } from '../../shared/api/host.dto';
import type { HostGiven } from '../../shared/api/host.dto';
import { toKnownRisk } from '../../shared/api/known-risk.dto';
import { UNKNOWN_HOST, WITHHELD_HOST, isRestrictedPlacement } from '../../shared/domain/host';
import type { Host } from '../../shared/domain/host';
import { only } from '../../shared/domain/only';
import type { Notice, Placement, PlacementPersonal, Supplied } from '../domain/placement.events';
import type { PlacementFieldsDto, PlacedAtDto } from './placement.dto';

type PersonalParts = Partial<Pick<PlacedAtDto, 'address' | 'providerName' | 'contacts' | 'narrative'>> &
  Readonly<{ postcode?: string; child?: ChildDto }>;

/** What is sealed. Nothing where the body has nothing personal. */
export const toPersonal = (dto: PersonalParts): Readonly<{ personal?: PlacementPersonal }> => {
  const said = only(dto, 'address', 'postcode', 'providerName', 'contacts', 'narrative');
  const personal: PlacementPersonal = dto.child ? { child: toChildIdentity(dto.child), ...said } : said;
  return Object.keys(personal).length === 0 ? {} : { personal };
};

type OpenFields = Omit<Placement, 'host' | 'startsOn' | 'notice' | 'restricted' | 'carePlan' | 'assessment'>;

/** Codes and dates, open to the rules. */
export const toOpenFields = (dto: PlacementFieldsDto): OpenFields => ({
  ...only(
    dto,
    'expectedEndOn',
    'placementType',
    'provider',
    'providerUrn',
    'legalStatus',
    'reasonForNewEpisode',
    'need',
  ),
  ...(dto.known ? { known: toKnownRisk(dto.known) } : {}),
});

type Papers = Readonly<{ carePlan?: Supplied; assessment?: Supplied }>;

/** A return says nothing of papers; anybody else who says nothing still has to supply them. */
export const toPapers = (dto: Papers, notice: Notice): Required<Papers> => {
  const unsaid = notice === 'from-return' ? 'not-said' : 'pending';
  return { carePlan: dto.carePlan ?? unsaid, assessment: dto.assessment ?? unsaid };
};

export type Place = Readonly<{ host: Host; restricted: boolean; place?: HostGiven }>;

/** A restricted placement is not looked up: no host is named in it. `orUnknown`: a return cannot be asked. */
export const toPlace = (dto: PlacedAtDto, placementType?: string, orUnknown = false): Place =>
  dto.restricted === true || isRestrictedPlacement(placementType)
    ? { host: WITHHELD_HOST, restricted: true }
    : { host: UNKNOWN_HOST, restricted: false, place: toHostGiven(dto, orUnknown) };

/** Children Act 1989, s 22 and s 105: a looked-after child is under 18. Throws the 422 problem. */
export const checkAge = (child: ChildDto | undefined, startsOn: string): void => {
  if (child?.dateOfBirth === undefined) return;
  const age = ageOn(child.dateOfBirth, startsOn);
  if (age >= 0 && age < 18) return;
  throw bodyFault('startsOn', {
    rule: 'child-under-18',
    detail: age < 0 ? 'is before the child was born' : 'is after the child turned 18',
    mend: 'Check the date of birth and the first day of the placement.',
  });
};
