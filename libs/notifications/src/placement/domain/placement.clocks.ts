import type { DutyChange, Instant, RecordedFact } from '@ibex/kernel';
import type { Proclaimed } from '../../shared/domain/due';
import { isSameHost } from '../../shared/domain/host';
import type { Stay } from './placement.duties';
import type { PlacementFact } from './placement.events';
import { UNKNOWN_PLACEMENT, evolvePlacement } from './placement.state';
import type { PlacementState } from './placement.state';

/** A recorded placement fact of one type. */
export type Recorded<T extends PlacementFact['type']> = RecordedFact & Extract<PlacementFact, { type: T }>;

/**
 * Where the clocks of one placement stand. `stays`: how many hosts it has had. `postedAt`: when the exchange was told
 * of the present one. `open`: keys of duties neither met nor void. `metAt`: when the others were met. `proclaimed`: for the
 * fact in hand only; what is kept of earlier ones holds no dates that a holiday moves.
 */
export type Clocks = Readonly<{
  state: PlacementState;
  stays: number;
  postedAt: Instant;
  open: readonly string[];
  metAt: Readonly<Record<string, Instant>>;
  proclaimed?: Proclaimed | undefined;
}>;

export const START: Clocks = { state: UNKNOWN_PLACEMENT, stays: 0, postedAt: '', open: [], metAt: {} };

/** True when a correction names another host than was told before. */
export const isHostCorrected = ({ data }: Recorded<'PlacementCorrected'>): boolean =>
  data.corrected.includes('host') && !isSameHost(data.previousHost, data.host);

/** The number of the stay after a fact: establishing an unknown host is no other stay. */
export const staysAfter = (fact: RecordedFact & PlacementFact, stays: number): number => {
  if (fact.type === 'PlacementNotified' || fact.type === 'PlacementChanged') return stays + 1;
  if (fact.type !== 'PlacementCorrected' || !isHostCorrected(fact)) return stays;
  return fact.data.previousHost.kind === 'unknown' ? stays : stays + 1;
};

const isPosted = (fact: RecordedFact & PlacementFact): boolean =>
  fact.type === 'PlacementNotified' ||
  fact.type === 'PlacementChanged' ||
  (fact.type === 'PlacementCorrected' && isHostCorrected(fact));

const openAfter = (open: readonly string[], { change, key }: DutyChange): readonly string[] => {
  const others = open.filter((other) => other !== key);
  return change === 'opened' ? [...others, key] : others;
};

const metAfter = (metAt: Clocks['metAt'], change: DutyChange): Clocks['metAt'] =>
  change.change === 'met' ? { ...metAt, [change.key]: change.at } : metAt;

/** The clocks once a fact has changed duties. */
export const clocksAfter = (
  clocks: Clocks,
  fact: RecordedFact & PlacementFact,
  changes: readonly DutyChange[],
): Clocks => ({
  state: evolvePlacement(clocks.state, fact),
  stays: staysAfter(fact, clocks.stays),
  postedAt: isPosted(fact) ? fact.recordedAt : clocks.postedAt,
  open: changes.reduce(openAfter, clocks.open),
  metAt: changes.reduce(metAfter, clocks.metAt),
});

/** The stay that a state describes; none before the notice and after a withdrawal. */
export const findStay = (
  state: PlacementState,
  number: number,
  postedAt: Instant,
  proclaimed?: Proclaimed,
): Stay | undefined => {
  if (state.phase !== 'active' && state.phase !== 'ended') return undefined;
  const { placement, owner, changedOn } = state;
  const { host, restricted, notice, carePlan, assessment, placementType } = placement;
  const since = changedOn ?? placement.startsOn;
  return {
    ...{ number, owner, host, restricted, placementType, since, notice, carePlan, assessment, postedAt },
    proclaimed,
  };
};
