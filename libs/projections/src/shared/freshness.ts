import { BEGINNING, EVENT_STORE } from '@ibex/kernel';
import type { EventStore, ViewSchema } from '@ibex/kernel';
import { SubscriptionRunner } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from './plain';
import type { ViewAnswer } from './view-answer.dto';

/** Up to where a view has read. Asked before the rows are, so that they are at least as new as it says. */
@Injectable()
export class Freshness {
  constructor(
    private readonly subscriptions: SubscriptionRunner,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async of({ name }: ViewSchema): Promise<Plain<ViewAnswer>> {
    const state = this.subscriptions.states().find((each) => each.name === `view:${name}`);
    const position = state?.position ?? BEGINNING;
    return { position, upToDate: position >= (await this.store.head()) };
  }
}
