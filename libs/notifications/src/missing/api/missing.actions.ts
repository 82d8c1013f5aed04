import { intakeAction } from '@ibex/runtime';
import type { Incoming, IntakeAction } from '@ibex/runtime';
import { toChildNamed } from '../../shared/api/child.dto';
import type { HostGiven } from '../../shared/api/host.dto';
import { UNKNOWN_HOST, WITHHELD_HOST } from '../../shared/domain/host';
import type { Host } from '../../shared/domain/host';
import { only } from '../../shared/domain/only';
import type { MissingCommand } from '../domain/missing.commands';
import type { Correction } from '../domain/missing.events';
import { CorrectMissingDto, ReportMissingDto, UpdateMissingDto } from './missing.dto';
import { SubmitMissing } from './missing.handler';
import type { Lookup } from './missing.handler';
import { findPlace, saysHost, sealedPart, toEnd, toKnown, toMoment, toSearchWords } from './missing.parts';
import { MISSING_ROLES } from './missing.roles';

type Report = MissingCommand<'ReportMissing'>;
type ReportWords = NonNullable<Report['personal']>;

/** Who lives at home lives in the area of the authority responsible, unless the body says otherwise. */
const hostBeforeLookup = (dto: ReportMissingDto, responsible: string): Host => {
  if (dto.restricted === true) return WITHHELD_HOST;
  return dto.from === 'home' && !saysHost(dto) ? { kind: 'authority', gss: responsible } : UNKNOWN_HOST;
};

const oneOrNone = (gss: string | undefined): readonly string[] => (gss === undefined ? [] : [gss]);

/** Of a child in care, where the host is neither said nor restricted, the resolver asks for it. */
const findReportPlace = (dto: ReportMissingDto): HostGiven | undefined => {
  const isAsked = dto.from === 'care' && dto.restricted !== true && !saysHost(dto);
  return isAsked ? { orUnknown: false } : findPlace(dto);
};

const lookupFor = (dto: ReportMissingDto): Lookup => ({
  place: findReportPlace(dto),
  named: {
    responsibleAuthority: oneOrNone(dto.responsibleAuthority),
    areasAtRisk: dto.areasAtRisk ?? [],
    'end.area': oneOrNone(dto.end?.area),
  },
});

/** What is said of the return is sealed with the fact that tells it. */
const toReportWords = (dto: ReportMissingDto): ReportWords => {
  const found = dto.end ? only(dto.end, 'whereabouts', 'narrative') : {};
  return { ...toSearchWords(dto), ...(Object.keys(found).length === 0 ? {} : { found }) };
};

const toReport = (dto: ReportMissingDto, by: string): Report => {
  const responsible = dto.responsibleAuthority ?? by;
  return {
    type: 'ReportMissing',
    data: {
      by,
      responsible,
      host: hostBeforeLookup(dto, responsible),
      lastSeen: toMoment(dto.lastSeen, 'lastSeen'),
      areasAtRisk: dto.areasAtRisk ?? [],
      ...only(dto, 'kind', 'from', 'policeForce', 'reportedToPoliceAt', 'risk'),
      ...only(dto, 'legalStatus', 'episodeNumberKnownToOwner'),
      ...toKnown(dto.known),
      ...(dto.end ? { end: toEnd(dto.end, 'end.when') } : {}),
    },
    ...sealedPart(toReportWords(dto)),
  };
};

export const reportMissing = intakeAction({
  name: 'missing/report',
  opens: true,
  dto: ReportMissingDto,
  roles: MISSING_ROLES,
  toCommand: ({ id, dto, submission }: Incoming<ReportMissingDto>) =>
    new SubmitMissing(
      {
        stream: `missing-${id}`,
        submission,
        child: toChildNamed(dto),
        command: toReport(dto, submission.actor.authority),
      },
      lookupFor(dto),
    ),
});

export const updateMissing = intakeAction({
  name: 'missing/update',
  opens: false,
  dto: UpdateMissingDto,
  roles: MISSING_ROLES,
  toCommand: ({ id, dto, submission }: Incoming<UpdateMissingDto>) =>
    new SubmitMissing(
      {
        stream: `missing-${id}`,
        submission,
        command: {
          type: 'UpdateMissing',
          data: {
            by: submission.actor.authority,
            ...only(dto, 'kind', 'policeForce', 'reportedToPoliceAt', 'risk', 'areasAtRisk'),
            ...toKnown(dto.known),
          },
          ...sealedPart(toSearchWords(dto)),
        },
      },
      { named: { areasAtRisk: dto.areasAtRisk ?? [] } },
    ),
});

const toCorrection = (dto: CorrectMissingDto): Omit<Correction, 'fields'> => ({
  ...only(dto, 'kind', 'policeForce', 'legalStatus'),
  ...(dto.restricted === true ? { host: WITHHELD_HOST } : {}),
  ...(dto.lastSeen ? { lastSeen: toMoment(dto.lastSeen, 'lastSeen') } : {}),
  ...(dto.end ? { end: toEnd(dto.end, 'end.when') } : {}),
});

export const correctMissing = intakeAction({
  name: 'missing/correct',
  opens: false,
  dto: CorrectMissingDto,
  roles: MISSING_ROLES,
  toCommand: ({ id, dto, submission }: Incoming<CorrectMissingDto>) => {
    const correction = toCorrection(dto);
    // the narrative explains; alone it corrects nothing
    const corrected = { ...toSearchWords(dto), ...only(dto, 'whereabouts') };
    const fields = [...Object.keys(correction), ...Object.keys(corrected)];
    const command: MissingCommand = {
      type: 'CorrectMissing',
      data: { by: submission.actor.authority, ...correction, fields },
      ...sealedPart({ ...corrected, ...only(dto, 'narrative') }),
    };
    return new SubmitMissing(
      { stream: `missing-${id}`, submission, command },
      {
        place: findPlace(dto),
        named: { 'end.area': oneOrNone(dto.end?.area) },
      },
    );
  },
});

export const openingActions: readonly IntakeAction[] = [reportMissing, updateMissing, correctMissing];
