import type { Upcaster } from '@ibex/kernel';
import type { MissingFactType } from './missing.events';

type Steps = Readonly<Record<number, Upcaster>>;
const FIRST_VERSION: Steps = {};

/** By fact type and by the version that a step lifts from. Every fact is still in its first version. */
export const MISSING_UPCASTERS: Readonly<Record<MissingFactType, Steps>> = {
  MissingReported: FIRST_VERSION,
  MissingUpdated: FIRST_VERSION,
  MissingSighted: FIRST_VERSION,
  MissingFound: FIRST_VERSION,
  MissingInterviewOffered: FIRST_VERSION,
  MissingInterviewAccepted: FIRST_VERSION,
  MissingInterviewHeld: FIRST_VERSION,
  MissingInterviewDeclined: FIRST_VERSION,
  MissingStrategyDiscussed: FIRST_VERSION,
  MissingClosed: FIRST_VERSION,
  MissingCorrected: FIRST_VERSION,
  MissingWithdrawn: FIRST_VERSION,
  MissingAcknowledged: FIRST_VERSION,
};
