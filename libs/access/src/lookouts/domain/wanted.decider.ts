import { accept } from '@ibex/kernel';
import type { Decider, Refusal, Request } from '@ibex/kernel';
import type { LookoutWanted } from './wanted.events';

export type WantLookout = Request<'WantLookout', LookoutWanted['data']>;
type Standing = Readonly<{ isWanted: boolean }>;

/** Its owner is reminded once for each report. */
export const wantedDecider: Decider<WantLookout, LookoutWanted, Standing, Refusal<never>> = {
  initialState: { isWanted: false },
  decide: ({ data }, { isWanted }) =>
    isWanted ? accept() : accept<LookoutWanted>({ type: 'LookoutWanted', data }),
  evolve: () => ({ isWanted: true }),
};
