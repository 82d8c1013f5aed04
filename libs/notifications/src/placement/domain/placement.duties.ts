import { never } from '@ibex/kernel';
import type { CivilDate, DutyOpened, Instant } from '@ibex/kernel';
import { dueBefore, dueWorkingDaysAfter, dueWorkingDaysAfterInstant } from '../../shared/domain/due';
import { findHostAuthority, isRestrictedPlacement } from '../../shared/domain/host';
import type { Proclaimed } from '../../shared/domain/due';
import type { Host } from '../../shared/domain/host';
import type { Notice, Supplied } from './placement.events';

/**
 * One stay with one host: a placement has a first, and another for each host that follows. `since`: London date from
 * which the child lives there. `postedAt`: when the exchange was told. Keys of its duties end in its number.
 */
export type Stay = Readonly<{
  number: number;
  owner: string;
  host: Host;
  restricted: boolean;
  placementType: string | undefined;
  since: CivilDate;
  notice: Notice;
  carePlan: Supplied;
  assessment: Supplied;
  postedAt: Instant;
  proclaimed?: Proclaimed | undefined;
}>;

const CPPCR = 'Care Planning, Placement and Case Review (England) Regulations 2010';
const NO_TIME_IN_LAW = 'Service target of the exchange; no time in law';

/** CPPCR Regs 2010, reg 13(4)(d) as read with reg 11(3): in an emergency within 5 working days of the start. */
const EMERGENCY_WORKING_DAYS = 5;
/** CPPCR Regs 2010, reg 14(4): where notice before the end was not practicable. */
const END_WORKING_DAYS = 10;
/** No law sets these: they are targets of the exchange, to be agreed with the authorities. */
const TARGET_WORKING_DAYS = {
  acknowledge: 2,
  establishHost: 5,
  answerConsultation: 5,
  assessRisk: 10,
} as const;

type Clock = Pick<DutyOpened, 'dueAt' | 'otherStarts' | 'provisional' | 'source'>;

/** A return does not say whether it was an emergency: late is what is late either way, and both dates are shown. */
const clockOfNotice = ({ notice, since, proclaimed }: Stay): Clock => {
  const before = dueBefore(since);
  const within = dueWorkingDaysAfter(since, EMERGENCY_WORKING_DAYS, proclaimed);
  switch (notice) {
    case 'planned':
      return { ...before, source: `${CPPCR}, reg 13(4)` };
    case 'emergency':
      return { ...within, source: `${CPPCR}, regs 13(4) and 11(3)` };
    case 'from-return':
      return {
        ...within,
        otherStarts: [{ at: since, dueAt: before.dueAt, countedFrom: 'before the start, if it was planned' }],
        source: `${CPPCR}, regs 13(4) and 11(3)`,
      };
    default:
      return never(notice);
  }
};

const owedTo = (host: Host): Pick<DutyOpened, 'owedTo'> => {
  const gss = findHostAuthority(host);
  return gss === undefined ? {} : { owedTo: gss };
};

const tellHost = (stay: Stay): DutyOpened => ({
  change: 'opened',
  key: `tell-host-${stay.number}`,
  kind: 'tell-host',
  text: stay.restricted
    ? 'Tell the area authority in writing, by your own protected route: the exchange tells nobody of a restricted placement'
    : 'Tell the area authority in writing of the placement',
  owedBy: stay.owner,
  ...owedTo(stay.host),
  startedAt: stay.since,
  ...clockOfNotice(stay),
});

const SUPPLY_TEXTS = {
  'care-plan': 'Give the area authority a copy of the care plan',
  assessment:
    'Give the area authority the assessment of needs and why this placement is the most suitable way to meet them',
} as const;

const supply = (stay: Stay, what: keyof typeof SUPPLY_TEXTS): DutyOpened => ({
  change: 'opened',
  key: `supply-${what}-${stay.number}`,
  kind: `supply-${what}`,
  text: SUPPLY_TEXTS[what],
  owedBy: stay.owner,
  ...owedTo(stay.host),
  startedAt: stay.since,
  ...clockOfNotice(stay),
});

/** What the owner owes to the area authority of one stay. */
export const ownersDuties = (stay: Stay): readonly DutyOpened[] => {
  // placed for adoption: who is told is for the adoption agency (Adoption Agencies Regulations 2005), not for the exchange
  if (isRestrictedPlacement(stay.placementType)) return [];
  if (stay.restricted) return [tellHost(stay)];
  return [
    tellHost(stay),
    ...(stay.carePlan === 'pending' ? [supply(stay, 'care-plan')] : []),
    ...(stay.assessment === 'pending' ? [supply(stay, 'assessment')] : []),
  ];
};

const targetAfter = (
  { postedAt, proclaimed }: Pick<Stay, 'postedAt' | 'proclaimed'>,
  workingDays: number,
): Pick<DutyOpened, 'targetAt' | 'provisional'> => {
  const { dueAt, ...rest } = dueWorkingDaysAfterInstant(postedAt, workingDays, proclaimed);
  return { targetAt: dueAt, ...rest };
};

const hostsDuty = (
  stay: Stay,
  gss: string,
  kind: 'acknowledge' | 'assess-risk',
  text: string,
): DutyOpened => ({
  change: 'opened',
  key: `${kind}-${stay.number}`,
  kind,
  text,
  owedBy: gss,
  owedTo: stay.owner,
  startedAt: stay.postedAt,
  ...targetAfter(
    stay,
    kind === 'acknowledge' ? TARGET_WORKING_DAYS.acknowledge : TARGET_WORKING_DAYS.assessRisk,
  ),
  source: NO_TIME_IN_LAW,
});

const establishHost = (stay: Stay): DutyOpened => ({
  change: 'opened',
  key: `establish-host-${stay.number}`,
  kind: 'establish-host',
  text: 'Establish in which authority’s area the child is placed, so that it can be told',
  owedBy: stay.owner,
  startedAt: stay.postedAt,
  ...targetAfter(stay, TARGET_WORKING_DAYS.establishHost),
  source: `${NO_TIME_IN_LAW}; ${CPPCR}, reg 13(4) cannot be met without it`,
});

/** What follows once the exchange knows, or does not know, the host. */
export const duties = (stay: Stay): readonly DutyOpened[] => {
  const { host } = stay;
  if (host.kind === 'unknown') return [...ownersDuties(stay), establishHost(stay)];
  if (host.kind !== 'authority') return ownersDuties(stay);
  return [
    ...ownersDuties(stay),
    hostsDuty(stay, host.gss, 'acknowledge', 'Acknowledge the placement and enter it in your register'),
    hostsDuty(
      stay,
      host.gss,
      'assess-risk',
      'Assess the risk to the child in your area and tell the placing authority',
    ),
  ];
};

/** The area authority that the child leaves on a London date is told of the end. */
export const endNotice = (stay: Stay, endedOn: CivilDate): readonly DutyOpened[] => {
  if (isRestrictedPlacement(stay.placementType)) return [];
  return [
    {
      change: 'opened',
      key: `end-notice-${stay.number}`,
      kind: 'end-notice',
      text: 'Tell the area authority before the placement ends or, where that was not practicable, within 10 working days after',
      owedBy: stay.owner,
      ...owedTo(stay.host),
      startedAt: endedOn,
      ...dueWorkingDaysAfter(endedOn, END_WORKING_DAYS, stay.proclaimed),
      source: `${CPPCR}, reg 14(2)(c) and (4)`,
    },
  ];
};

type Consultation = Readonly<{
  owner: string;
  host: Host;
  carePlan: Supplied;
  consultedOn: CivilDate;
  intendedStartOn?: CivilDate;
  postedAt: Instant;
  proclaimed?: Proclaimed | undefined;
}>;

/** Reg 11(2)(d)(ii): consulted, and given the care plan, before the decision is put into effect. */
export const consultationDuties = (consultation: Consultation): readonly DutyOpened[] => {
  const gss = findHostAuthority(consultation.host);
  if (gss === undefined) return [];
  const { owner, intendedStartOn, postedAt } = consultation;
  const carePlan: DutyOpened = {
    change: 'opened',
    key: 'consult-care-plan',
    kind: 'supply-care-plan',
    text: SUPPLY_TEXTS['care-plan'],
    owedBy: owner,
    owedTo: gss,
    startedAt: consultation.consultedOn,
    ...(intendedStartOn === undefined ? {} : dueBefore(intendedStartOn)),
    source: `${CPPCR}, reg 11(2)(d)(ii)`,
  };
  const answer: DutyOpened = {
    change: 'opened',
    key: 'answer-consultation',
    kind: 'answer-consultation',
    text: 'Answer the consultation about a placement at a distance',
    owedBy: gss,
    owedTo: owner,
    startedAt: postedAt,
    ...targetAfter(consultation, TARGET_WORKING_DAYS.answerConsultation),
    source: NO_TIME_IN_LAW,
  };
  return consultation.carePlan === 'pending' ? [carePlan, answer] : [answer];
};
