import { foldOf, never } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import { findHostAuthority } from '../../shared/domain/host';
import type { Host } from '../../shared/domain/host';
import { without } from '../../shared/domain/without';
import { isPlacementFact } from './placement.events';
import type {
  Placement,
  PlacementChanged,
  PlacementCorrected,
  PlacementEnded,
  PlacementFact,
  PlacementHostConsulted,
  PlacementNotified,
  PlacementSupplied,
  PlacementWithdrawn,
  Supplied,
  Supply,
} from './placement.events';

/**
 * `owner`: the responsible authority. `told`: every authority ever told as host, in the order of telling.
 * `acknowledgedBy`: the host that confirmed what it was last told, forgotten when the host changes.
 */
type Parties = Readonly<{ owner: string; told: readonly string[] }>;
type Answered = Readonly<{ acknowledgedBy?: string }>;

export type Consulted = Parties &
  Answered &
  Readonly<{ phase: 'consulted'; host: Host; restricted: boolean; carePlan: Supplied }>;
export type Course = Parties & Answered & Readonly<{ placement: Placement; changedOn?: CivilDate }>;
export type Active = Course & Readonly<{ phase: 'active' }>;
export type Ended = Course & Readonly<{ phase: 'ended'; endedOn: CivilDate }>;
export type Withdrawn = Parties & Readonly<{ phase: 'withdrawn'; host: Host; restricted: boolean }>;

export type PlacementState = Readonly<{ phase: 'unknown' }> | Consulted | Active | Ended | Withdrawn;

export const UNKNOWN_PLACEMENT: PlacementState = { phase: 'unknown' };

/** The host as it stands; `unknown` where nothing was posted. */
export const hostOf = (state: PlacementState): Host => {
  switch (state.phase) {
    case 'unknown':
      return { kind: 'unknown' };
    case 'consulted':
    case 'withdrawn':
      return state.host;
    case 'active':
    case 'ended':
      return state.placement.host;
    default:
      return never(state);
  }
};

export const isRestricted = (state: PlacementState): boolean => {
  if (state.phase === 'unknown') return false;
  return 'placement' in state ? state.placement.restricted : state.restricted;
};

const tellAlso = (told: readonly string[], host: Host, owner: string): readonly string[] => {
  const gss = findHostAuthority(host);
  return gss === undefined || gss === owner || told.includes(gss) ? told : [...told, gss];
};

const toldOf = (state: PlacementState): readonly string[] => (state.phase === 'unknown' ? [] : state.told);

const afterConsultation = (state: PlacementState, data: PlacementHostConsulted['data']): PlacementState => ({
  phase: 'consulted',
  owner: data.by,
  told: tellAlso(toldOf(state), data.host, data.by),
  host: data.host,
  restricted: data.restricted,
  carePlan: data.carePlan,
});

const afterNotice = (state: PlacementState, data: PlacementNotified['data']): PlacementState => {
  const told = tellAlso(toldOf(state), data.host, data.by);
  const placement = without(data, 'by', 'occurredAt', 'consulted', 'toldByOtherMeansOn');
  return { phase: 'active', owner: data.by, told, placement };
};

const withSupplies = <T extends { carePlan: Supplied }>(at: T, supplied: readonly Supply[]): T => ({
  ...at,
  ...(supplied.includes('care-plan') ? { carePlan: 'supplied' as const } : {}),
  ...(supplied.includes('assessment') && 'assessment' in at ? { assessment: 'supplied' as const } : {}),
});

const afterSupply = (state: PlacementState, data: PlacementSupplied['data']): PlacementState => {
  if (state.phase === 'consulted') return withSupplies(state, data.supplied);
  if (state.phase !== 'active' && state.phase !== 'ended') return state;
  return { ...state, placement: withSupplies(state.placement, data.supplied) };
};

const afterChange = (state: PlacementState, data: PlacementChanged['data']): PlacementState => {
  if (state.phase !== 'active') return state;
  const { host, restricted, notice, carePlan, assessment, changedOn } = data;
  return {
    phase: 'active',
    owner: state.owner,
    told: tellAlso(state.told, host, state.owner),
    placement: { ...state.placement, host, restricted, notice, carePlan, assessment },
    changedOn,
  };
};

const afterCorrection = (state: PlacementState, data: PlacementCorrected['data']): PlacementState => {
  if (state.phase !== 'active' && state.phase !== 'ended') return state;
  const { changedOn, endedOn } = data;
  const isStillHost = state.acknowledgedBy === findHostAuthority(data.host);
  const course: Course = {
    owner: state.owner,
    told: tellAlso(state.told, data.host, state.owner),
    placement: without(data, 'by', 'previousHost', 'corrected', 'changedOn', 'endedOn'),
    ...(changedOn === undefined ? {} : { changedOn }),
    ...(state.acknowledgedBy !== undefined && isStillHost ? { acknowledgedBy: state.acknowledgedBy } : {}),
  };
  return endedOn === undefined ? { ...course, phase: 'active' } : { ...course, phase: 'ended', endedOn };
};

const afterEnd = (state: PlacementState, endedOn: CivilDate): PlacementState =>
  state.phase === 'active' ? { ...state, phase: 'ended', endedOn } : state;

const afterWithdrawal = (state: PlacementState): PlacementState => {
  if (state.phase === 'unknown') return state;
  const { owner, told } = state;
  return { phase: 'withdrawn', owner, told, host: hostOf(state), restricted: isRestricted(state) };
};

/** An answer of the host shows that it knows. */
const afterAnswer = (state: PlacementState, by: string): PlacementState =>
  state.phase === 'unknown' || state.phase === 'withdrawn' ? state : { ...state, acknowledgedBy: by };

type CourseFact =
  PlacementSupplied | PlacementChanged | PlacementCorrected | PlacementEnded | PlacementWithdrawn;

const evolveCourse = (state: PlacementState, fact: CourseFact): PlacementState => {
  switch (fact.type) {
    case 'PlacementSupplied':
      return afterSupply(state, fact.data);
    case 'PlacementChanged':
      return afterChange(state, fact.data);
    case 'PlacementCorrected':
      return afterCorrection(state, fact.data);
    case 'PlacementEnded':
      return afterEnd(state, fact.data.endedOn);
    case 'PlacementWithdrawn':
      return afterWithdrawal(state);
    default:
      return never(fact);
  }
};

/** What is recorded happened: a fact that fits no phase changes nothing. */
export const evolvePlacement = (state: PlacementState, fact: PlacementFact): PlacementState => {
  if (fact.type === 'PlacementHostConsulted') return afterConsultation(state, fact.data);
  if (fact.type === 'PlacementNotified') return afterNotice(state, fact.data);
  if (fact.type === 'PlacementAcknowledged') return afterAnswer(state, fact.data.by);
  if (fact.type === 'PlacementResponded') return afterAnswer(state, fact.data.by);
  return evolveCourse(state, fact);
};

/** The placement as the earlier facts of a stream left it. */
export const placementAfter = foldOf<PlacementState>(UNKNOWN_PLACEMENT, (state, fact) =>
  isPlacementFact(fact) ? evolvePlacement(state, fact) : state,
);
