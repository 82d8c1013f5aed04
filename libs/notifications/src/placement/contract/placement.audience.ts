import { never } from '@ibex/kernel';
import type { Addressee, AudienceRule, Urgency } from '@ibex/kernel';
import type { KnownRisk } from '../../shared/domain/exploitation.codes';
import { findHostAuthority } from '../../shared/domain/host';
import { isPlacementFact } from '../domain/placement.events';
import type {
  Notice,
  PlacementChanged,
  PlacementCorrected,
  PlacementEnded,
  PlacementFact,
  PlacementResponded,
  PlacementSupplied,
  PlacementWithdrawn,
} from '../domain/placement.events';
import { placementAfter } from '../domain/placement.state';
import type { PlacementState } from '../domain/placement.state';
import {
  CONSULTED,
  OVER,
  PUT_RIGHT,
  RECALLED,
  placed,
  supplied,
  toAllTold,
  toHost,
  toOwner,
  toPreviousHost,
} from './placement.addressing';

type Begun = Exclude<PlacementState, { phase: 'unknown' }>;
type CourseFact =
  PlacementSupplied | PlacementChanged | PlacementCorrected | PlacementEnded | PlacementWithdrawn;

const isAtRisk = (known: KnownRisk | undefined): boolean =>
  known !== undefined &&
  (known.missingHistory === 'repeated' || known.exploitation !== undefined || (known.flags ?? []).length > 0);

const urgencyOf = (notice: Notice, known: KnownRisk | undefined): Urgency =>
  notice === 'emergency' || isAtRisk(known) ? 'prompt' : 'routine';

/** Reg 13(4) applies anew to the area that the child comes to, reg 14(2)(c) to the one that it leaves. */
const ofChange = ({ data }: PlacementChanged, before: Begun): readonly Addressee[] => {
  const known = 'placement' in before ? before.placement.known : undefined;
  return [
    ...toHost(data.host, placed(urgencyOf(data.notice, known))),
    ...toPreviousHost(data.previousHost, OVER),
  ];
};

/** A host that the correction names hears of the placement for the first time; all others hear that it was wrong. */
const ofCorrection = ({ data }: PlacementCorrected, { told }: Begun): readonly Addressee[] => {
  const host = findHostAuthority(data.host);
  const isNew = host !== undefined && !told.includes(host);
  const first = isNew ? toHost(data.host, placed(urgencyOf(data.notice, data.known))) : [];
  return [...first, ...toAllTold(told, data.host, PUT_RIGHT)];
};

const ofResponse = ({ data }: PlacementResponded, owner: string): readonly Addressee[] =>
  data.concerns
    ? toOwner(owner, 'prompt', 'Answer the concerns of the host authority')
    : toOwner(owner, 'routine');

const ofCourse = (fact: CourseFact, before: Begun): readonly Addressee[] => {
  switch (fact.type) {
    case 'PlacementSupplied':
      return toHost(fact.data.host, supplied(before.phase === 'consulted'));
    case 'PlacementChanged':
      return ofChange(fact, before);
    case 'PlacementCorrected':
      return ofCorrection(fact, before);
    case 'PlacementEnded':
      return toHost(fact.data.host, OVER);
    case 'PlacementWithdrawn':
      return toAllTold(before.told, fact.data.host, RECALLED);
    default:
      return never(fact);
  }
};

const addresseesOf = (fact: PlacementFact, before: PlacementState): readonly Addressee[] => {
  if (fact.type === 'PlacementHostConsulted') return toHost(fact.data.host, CONSULTED);
  if (fact.type === 'PlacementNotified') {
    return toHost(fact.data.host, placed(urgencyOf(fact.data.notice, fact.data.known)));
  }
  if (before.phase === 'unknown') return [];
  if (fact.type === 'PlacementAcknowledged') return toOwner(before.owner, 'routine');
  if (fact.type === 'PlacementResponded') return ofResponse(fact, before.owner);
  return ofCourse(fact, before);
};

/** Who is told of a placement. The authority that acts is never its own addressee. */
export const placementAudience: AudienceRule = (fact, earlier) =>
  isPlacementFact(fact)
    ? addresseesOf(fact, placementAfter(earlier)).filter(({ authority }) => authority !== fact.data.by)
    : [];
