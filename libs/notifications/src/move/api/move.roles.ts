import type { Role } from '@ibex/kernel';

/** The side that the child moves from. */
export const ORIGINATING = ['placing-practitioner', 'system-client'] as const satisfies readonly Role[];
/** The side that the child moves to. */
export const RECEIVING = ['duty-desk', 'mash', 'system-client'] as const satisfies readonly Role[];
/** What either authority may tell: whoever notices first. */
export const EITHER_SIDE = [
  'placing-practitioner',
  'duty-desk',
  'mash',
  'system-client',
] as const satisfies readonly Role[];
