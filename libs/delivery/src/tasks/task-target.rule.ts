import { addHours } from '@ibex/kernel';
import type { Instant, Urgency } from '@ibex/kernel';

/** Service target of the exchange, no law: so soon somebody is to be told where law gives no number. */
export const TARGET_HOURS: Readonly<Record<Urgency, number>> = { urgent: 1, prompt: 24, routine: 5 * 24 };

export const targetOf = (urgency: Urgency, noticeRecordedAt: Instant): Instant =>
  addHours(noticeRecordedAt, TARGET_HOURS[urgency]);
