import type { CivilDate, DutyOpened, Instant } from '@ibex/kernel';
import { dueBefore } from '../../shared/domain/due';
import { findHostAuthority, isRestrictedPlacement } from '../../shared/domain/host';
import type { Proclaimed } from '../../shared/domain/due';
import type { Host } from '../../shared/domain/host';
import type { Notice, Supplied } from './placement.events';
import { CPPCR, NO_TIME_IN_LAW, clockOfEnd, clockOfNotice, targetOf } from './placement.periods';

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
  ...targetOf(kind, stay),
  source: NO_TIME_IN_LAW,
});

const establishHost = (stay: Stay): DutyOpened => ({
  change: 'opened',
  key: `establish-host-${stay.number}`,
  kind: 'establish-host',
  text: 'Establish in which authority’s area the child is placed, so that it can be told',
  owedBy: stay.owner,
  startedAt: stay.postedAt,
  ...targetOf('establish-host', stay),
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
      ...clockOfEnd(endedOn, stay.proclaimed),
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
    ...targetOf('answer-consultation', consultation),
    source: NO_TIME_IN_LAW,
  };
  return consultation.carePlan === 'pending' ? [carePlan, answer] : [answer];
};
