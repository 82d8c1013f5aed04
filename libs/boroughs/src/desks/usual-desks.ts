import type { Desk, EscalationStep, OpeningHours } from '@ibex/kernel';

const WEEKDAYS: readonly OpeningHours[] = [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }];

/** The desk that is told while another is closed. */
export const OUT_OF_HOURS = 'out-of-hours';

/** Every authority with children's services has these in some form; what one names otherwise it sets itself. */
export const USUAL_DESKS: readonly Desk[] = [
  { desk: 'duty-desk', role: 'Duty social worker', hours: WEEKDAYS },
  { desk: 'team-manager', role: 'Team manager', hours: WEEKDAYS },
  { desk: 'head-of-service', role: 'Head of service', hours: WEEKDAYS },
  { desk: OUT_OF_HOURS, role: 'Emergency duty team', hours: 'always' },
];

/** Service setting of the exchange, no law: at once, after four hours, after a day. */
export const USUAL_STEPS: readonly EscalationStep[] = [
  { desk: 'duty-desk', afterMinutes: 0 },
  { desk: 'team-manager', afterMinutes: 4 * 60 },
  { desk: 'head-of-service', afterMinutes: 24 * 60 },
];
