import { BEGINNING, EVENT_STORE, READ_MODELS } from '@ibex/kernel';
import type { EventStore, ReadModels, ViewSchema } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from './plain';
import type { ViewAnswer } from './view-answer.dto';

/** Up to where a view has read. Asked before the rows are, so that they are at least as new as it says. */
@Injectable()
export class Freshness {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async of(view: ViewSchema): Promise<Plain<ViewAnswer>> {
    const position = (await this.readModels.open(view)) ?? BEGINNING;
    return { position, upToDate: position >= (await this.store.head()) };
  }
}
