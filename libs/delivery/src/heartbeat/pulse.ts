import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { toHeartbeat } from './heartbeat.message';
import type { Beat, HeartbeatMessage } from './heartbeat.message';
import { HEARTBEAT_SETTINGS, USUAL_HEARTBEAT } from './heartbeat.settings';
import type { HeartbeatSettings } from './heartbeat.settings';

/** How often signs of life are sent, and what they say now. */
@Injectable()
export class Pulse {
  readonly everyMs: number;
  readonly streamEveryMs: number;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(HEARTBEAT_SETTINGS) settings: HeartbeatSettings = USUAL_HEARTBEAT,
  ) {
    this.everyMs = settings.everyMs;
    this.streamEveryMs = settings.streamEveryMs;
  }

  /** `everyMs`: on this channel, where it is another pace than usual. */
  beat(beat: Omit<Beat, 'at' | 'everyMs'>, everyMs = this.everyMs): HeartbeatMessage {
    return toHeartbeat({ ...beat, at: this.clock.now(), everyMs });
  }
}
