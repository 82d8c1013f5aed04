/** A sign of life that comes with nothing else to tell. It is no notice: it has no child, no detail and nobody to answer. */
export const HEARTBEAT = 'uk.ibex.heartbeat';

export type Heartbeat = Readonly<{ id: string; time: string; event: Readonly<Record<string, unknown>> }>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Undefined for whatever is something else. */
export const heartbeatIn = (event: Readonly<Record<string, unknown>>): Heartbeat | undefined =>
  event['type'] === HEARTBEAT ? { id: textOf(event['id']), time: textOf(event['time']), event } : undefined;
