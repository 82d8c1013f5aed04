import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DIGESTS, EVENT_STORE, SEALER } from '@ibex/kernel';
import type { Clock, Decider, Digests, EventStore, Fact, Refusal, Request, Sealer } from '@ibex/kernel';
import type { Order, Outcome } from './order';

/** Reads a stream, decides, seals and appends; the same command id has the same outcome, however often it comes. */
@Injectable()
export class DecisionRunner {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SEALER) private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DIGESTS) private readonly digests: Digests,
  ) {}

  /** Throws ProblemError 409 `idempotency-key-reused` where the id was used for something else. */
  run<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    order: Order<C>,
  ): Promise<Outcome<R>> {
    const parts = [this.store, this.sealer, this.clock, this.digests, decider];
    return Promise.reject(new Error(`not there yet: ${order.stream} ${parts.length}`));
  }
}
