import { accept } from '@ibex/kernel';
import type { Decider, Request } from '@ibex/kernel';
import type { CorrectionFact, CorrectionIssued } from './correction.events';

export type IssueCorrection = Request<'IssueCorrection', CorrectionIssued['data']>;

/** Once for each parting of two records, also where nobody had seen them as one. Stream `correction-<id>`. */
export const correctionDecider: Decider<IssueCorrection, CorrectionFact, Readonly<{ isIssued: boolean }>> = {
  initialState: { isIssued: false },
  decide: ({ data }, { isIssued }) => (isIssued ? accept() : accept({ type: 'CorrectionIssued', data })),
  evolve: () => ({ isIssued: true }),
};
