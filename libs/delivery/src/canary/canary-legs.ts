import { Injectable } from '@nestjs/common';
import { CanaryBus } from './canary-bus';
import { CanaryPost } from './canary-post';
import type { CanaryPlace } from './canary.events';

/** Where a canary goes on to from its mailbox. */
@Injectable()
export class CanaryLegs {
  constructor(
    readonly post: CanaryPost,
    readonly bus: CanaryBus,
  ) {}

  /** Where one should be seen. */
  get places(): readonly CanaryPlace[] {
    const { post, bus } = this;
    return [
      'mailbox',
      ...(post.isWanted ? (['webhook'] as const) : []),
      ...(bus.isWanted ? (['kafka'] as const) : []),
    ];
  }
}
