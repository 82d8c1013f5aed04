import { CLOCK } from '@ibex/kernel';
import type { ChannelKind, Clock, Instant, ReaderSigns, SeenOn } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';

/** When authorities' systems last came to fetch: in memory, because a visit that finds nothing is no fact worth keeping. */
@Injectable()
export class ReadersSeen implements ReaderSigns {
  private readonly seen = new Map<string, Partial<Record<ChannelKind, Instant>>>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  note(authority: string, channel: ChannelKind): void {
    const channels = this.seen.get(authority) ?? {};
    channels[channel] = this.clock.now();
    this.seen.set(authority, channels);
  }

  lastSeen(authority: string): SeenOn {
    return { ...this.seen.get(authority) };
  }
}
