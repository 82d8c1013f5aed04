import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, IDS } from '@ibex/kernel';
import type { Clock, Ids, Reader } from '@ibex/kernel';
import { FactLog, toActor } from '@ibex/runtime';
import { MET_CATEGORY } from './domain/search.events';
import type { MetFact } from './domain/search.events';

/** Puts on record that a search met what it is not told of, or nothing: one append either way. */
@Injectable()
export class MetRestricted {
  constructor(
    private readonly log: FactLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async note(reader: Reader, search: string, { type, data }: MetFact, recordRef?: string): Promise<void> {
    const id = this.ids.next();
    const metadata = {
      ...{ commandId: id, commandDigest: id, correlationId: search, schemaVersion: 1 },
      actor: toActor(reader),
      ...(recordRef === undefined ? {} : { recordRef }),
    };
    const fact = { id, type, data: { ...data }, metadata, recordedAt: this.clock.now() };
    await this.log.append(`${MET_CATEGORY}-${id}`, 'none', [fact], 'NoteMet');
  }
}
