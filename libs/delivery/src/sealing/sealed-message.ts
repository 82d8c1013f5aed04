import type { ChannelMessage } from '@ibex/kernel';

type Event = ChannelMessage['event'];

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * The thin event with the sealed detail in its data. Not as an attribute of the event: CloudEvents 1.0 (3.1) wants those
 * small and for the transport to see, and says (section 5) that what is for trusted parties alone belongs, encrypted, in
 * the data. Not instead of the thin data: who cannot open it still knows what is there, how urgent, and by when.
 */
export const withSealed = <E extends Event>(event: E, sealed: string): E => {
  const { data } = event;
  return { ...event, data: { ...(isFields(data) ? data : {}), sealed } };
};
