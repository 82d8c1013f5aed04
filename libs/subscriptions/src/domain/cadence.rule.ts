import type { Cadence, ChannelKind } from '@ibex/kernel';

/** Channels that gather entries and bring them out by the hour or by the day. */
export const GATHERING: ReadonlySet<ChannelKind> = new Set(['email-digest', 'file-drop']);

const textOf = (cadence: Cadence): string =>
  cadence.every === 'day' ? `day ${String(cadence.hour)}` : cadence.every;

/** True where another one was asked for than there is. */
export const isOtherCadence = (wanted: Cadence | undefined, had: Cadence): boolean =>
  wanted !== undefined && textOf(wanted) !== textOf(had);

/** What speaks against a cadence on a channel. */
export const cadenceFault = (
  channel: ChannelKind,
  cadence: Cadence | undefined,
): 'subscription/cadence-not-for-this-channel' | undefined =>
  cadence !== undefined && !GATHERING.has(channel) ? 'subscription/cadence-not-for-this-channel' : undefined;
