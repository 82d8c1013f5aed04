import { bodyFault } from '../../shared/api/body-fault';
import type { HostGiven } from '../../shared/api/host.dto';
import { toKnownRisk } from '../../shared/api/known-risk.dto';
import type { KnownRiskDto } from '../../shared/api/known-risk.dto';
import { isLabelOfScale } from '../../shared/domain/exploitation.codes';
import type { KnownRisk } from '../../shared/domain/exploitation.codes';
import { only } from '../../shared/domain/only';
import type { EpisodeEnd } from '../domain/missing.events';
import type { Moment } from '../domain/missing.moment';
import type { ReportPersonal } from '../domain/missing.personal';
import type { EndDto, MomentDto, SearchAidDto } from './missing-parts.dto';

/** Throws the 422 problem where neither or both are given. */
export const toMoment = ({ at, on }: MomentDto, field: string): Moment => {
  if (at !== undefined && on === undefined) return { at };
  if (on !== undefined && at === undefined) return { on };
  throw bodyFault(field, {
    rule: 'one-moment',
    detail: at === undefined ? 'has neither a time nor a date' : 'has both a time and a date',
    mend: 'Give at (with its offset) where the time is known, else on (the date alone).',
  });
};

export const toEnd = (dto: EndDto, field: string): EpisodeEnd => ({
  ...only(dto, 'foundBy', 'area'),
  when: toMoment(dto.when, field),
});

/** Nothing where there is nothing personal. */
export const sealedPart = <P extends object>(personal: P): Readonly<{ personal?: P }> =>
  Object.keys(personal).length === 0 ? {} : { personal };

export const toSearchWords = (dto: SearchAidDto & Readonly<{ postcode?: string }>): ReportPersonal => ({
  ...only(
    dto,
    'description',
    'circumstances',
    'lastSeenPlace',
    'placementAddress',
    'knownAssociates',
    'policeReference',
    'contacts',
  ),
  ...(dto.postcode === undefined ? {} : { placementPostcode: dto.postcode }),
});

/** Throws the 422 problem for a label that its scale does not have: nobody could read it. */
export const toKnown = (dto: KnownRiskDto | undefined): Readonly<{ known?: KnownRisk }> => {
  if (!dto) return {};
  const known = toKnownRisk(dto);
  if (!known.exploitation || isLabelOfScale(known.exploitation)) return { known };
  throw bodyFault('known.exploitation.label', {
    rule: 'label-of-scale',
    detail: 'is no label of that scale',
    mend: 'Give a label of the scale, or choose the scale "local" for labels of your own.',
  });
};

/** What a body says of where the child lives. */
type HostSaid = Readonly<{ host?: string; hostUnknown?: boolean; postcode?: string; restricted?: boolean }>;

export const saysHost = ({ host, hostUnknown, postcode }: HostSaid): boolean =>
  host !== undefined || postcode !== undefined || hostUnknown === true;

/** The host to be found before deciding; a restricted placement is never looked up. */
export const findPlace = (said: HostSaid): HostGiven | undefined =>
  said.restricted === true || !saysHost(said)
    ? undefined
    : { ...only(said, 'host', 'postcode'), orUnknown: said.hostUnknown === true };
