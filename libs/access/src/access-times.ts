import { Inject, Injectable, Optional } from '@nestjs/common';
import { CLOCK, fromEpochMs, toEpochMs } from '@ibex/kernel';
import type { Clock, Instant } from '@ibex/kernel';
import { ACCESS_SETTINGS, USUAL_ACCESS } from './access.settings';
import type { AccessSettings } from './access.settings';

/** When what is opened now closes again. */
@Injectable()
export class AccessTimes {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings = USUAL_ACCESS,
  ) {}

  grantUntil(): Instant {
    return this.after(this.settings.grantMs);
  }

  fetchUntil(): Instant {
    return this.after(this.settings.fetchMs);
  }

  private after(ms: number): Instant {
    return fromEpochMs(toEpochMs(this.clock.now()) + ms);
  }
}
