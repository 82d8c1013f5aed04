import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE } from '@ibex/kernel';
import type { CivilDate, EventStore } from '@ibex/kernel';
import { CALENDAR_STREAM } from './calendar.decider';

export type ProclaimedDay = Readonly<{ date: CivilDate; name: string; order: string; recordedAt: string }>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Bank holidays proclaimed since the kernel's table was made; a handful of facts, read each time. */
@Injectable()
export class ProclaimedDays {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async all(): Promise<readonly ProclaimedDay[]> {
    const facts = await this.store.readStream(CALENDAR_STREAM);
    return facts.map(({ data, recordedAt }) => ({
      ...{ date: text(data['date']), name: text(data['name']), order: text(data['order']) },
      recordedAt,
    }));
  }
}
