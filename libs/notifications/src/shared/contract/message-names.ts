import type { MessageMapping } from '@ibex/kernel';

/** Public messages are named `uk.ibex.<notification>.<what happened>`; the first version is 1. */
export const messageType = (notification: string, happened: string): string =>
  `uk.ibex.${notification}.${happened}`;

/** Tells a fact outside under its public name. `summary` is one sentence for the event catalogue. */
export const told = (
  notification: string,
  happened: string,
  summary: string,
  version = 1,
): MessageMapping => ({
  message: messageType(notification, happened),
  version,
  summary,
});
