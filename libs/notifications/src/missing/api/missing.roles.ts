import type { Role } from '@ibex/kernel';

/** Children go missing at night, when the duty desk acts for everyone. */
export const MISSING_ROLES: readonly Role[] = ['placing-practitioner', 'duty-desk', 'system-client'];
