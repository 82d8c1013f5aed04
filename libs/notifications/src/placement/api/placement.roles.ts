import type { Role } from '@ibex/kernel';

/** The same for the routes and for batches. */
export const PLACING_SIDE: readonly Role[] = ['placing-practitioner', 'system-client'];
export const HOST_SIDE: readonly Role[] = ['duty-desk', 'system-client'];
