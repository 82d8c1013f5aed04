import type { ChannelKind } from '@ibex/kernel';
import { RefusedError } from '@ibex/runtime';

const READ_AGAIN =
  'Your systems read this channel themselves, so nothing is sent again: ask with after=… or Last-Event-ID from where you want it again.';

/** Channels that nobody brings out by a feed, each with how to have history again. */
const MENDS: Readonly<Partial<Record<ChannelKind, string>>> = {
  'pull-feed': READ_AGAIN,
  'event-stream': READ_AGAIN,
  bus: 'Your systems read the bus themselves, so nothing is sent again: set the group’s offsets back to where you want it again.',
};

/** Throws RefusedError where a replay would never be driven to its end. */
export const checkReplayable = (channel: ChannelKind): void => {
  const because = MENDS[channel];
  if (because !== undefined) throw new RefusedError({ code: 'replay/not-for-this-channel', because });
};
