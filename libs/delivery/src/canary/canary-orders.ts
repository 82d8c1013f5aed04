import { CLOCK, DIGESTS, IDS, toEpochMs } from '@ibex/kernel';
import type { Actor, Clock, Digests, Ids, Instant } from '@ibex/kernel';
import { DecisionRunner } from '@ibex/runtime';
import type { Outcome, Submission } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { canaryDecider } from './canary.decider';
import { canaryStream } from './canary.events';
import type { CanaryPlace } from './canary.events';

/** The service itself: nobody is told of its own deed, so it is not the one whose mailbox it is. */
const SERVICE: Actor = { authority: 'IBEX', person: 'canary', role: 'system' };

/** Has canaries sent, and on record where they were seen. */
@Injectable()
export class CanaryOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(DIGESTS) private readonly digests: Pick<Digests, 'uuidFrom'>,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  /** One of the service's own. */
  async send(): Promise<void> {
    const canary = this.ids.next();
    await this.sendAs(canary, { commandId: canary, commandDigest: canary, correlationId: canary });
  }

  /** Ordered by somebody; the same order again sends none. */
  sendAs(
    canary: string,
    { commandId, commandDigest, correlationId }: Omit<Submission, 'actor'>,
  ): Promise<Outcome> {
    const command = { type: 'SendCanary', data: { canary } } as const;
    const submission = { actor: SERVICE, commandId, commandDigest, correlationId };
    return this.decisions.run(canaryDecider, { stream: canaryStream(canary), command, submission });
  }

  async seen(canary: string, place: CanaryPlace, sentAt: Instant, seenAt = this.now()): Promise<void> {
    const ms = Math.max(toEpochMs(seenAt) - toEpochMs(sentAt), 0);
    const commandId = this.digests.uuidFrom(`${canaryStream(canary)}\n${place}`);
    const submission = { actor: SERVICE, commandId, commandDigest: commandId, correlationId: canary };
    const command = { type: 'NoteCanarySeen', data: { canary, place, sentAt, seenAt, ms } } as const;
    await this.decisions.run(canaryDecider, { stream: canaryStream(canary), command, submission });
  }
}
