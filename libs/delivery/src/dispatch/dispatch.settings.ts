import { USUAL_BATCHES } from './batches/batch.ports';
import type { BatchPacing } from './batches/batch.ports';
import { USUAL_PATIENCE } from '../channels/trouble';
import { USUAL_POISON } from './entry-trials';
import { USUAL_PACE } from './retry-schedule.rule';
import type { Pacing } from './feed.ports';
import { USUAL_TROUBLE } from './trouble/trouble-reports';
import type { TroubleSettings } from './trouble/trouble-reports';

export type DispatchSettings = Omit<Pacing, 'mostAhead' | 'widening'> &
  Readonly<{
    /** How often it is looked which subscriptions there are, and as what they stand. */
    lookEveryMs: number;
    /** References to entries in memory at most, roughly, over all subscriptions. */
    mostAheadInAll: number;
    /** Tries at once for a subscription that is behind, while its endpoint takes all. */
    mostInFlightBehind: number;
    /** Such tries beyond the usual number, over all subscriptions. */
    spareInAll: number;
    batches: Omit<BatchPacing, 'patience' | 'pace'>;
    trouble: TroubleSettings;
  }>;

export const USUAL_DISPATCH: DispatchSettings = {
  patience: USUAL_PATIENCE,
  pace: USUAL_PACE,
  poison: USUAL_POISON,
  mostInFlight: 8,
  lookEveryMs: 1_000,
  mostAheadInAll: 500_000,
  mostInFlightBehind: 32,
  spareInAll: 96,
  batches: USUAL_BATCHES,
  trouble: USUAL_TROUBLE,
};
