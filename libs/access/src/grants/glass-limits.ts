import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, londonDateOf, toEpochMs } from '@ibex/kernel';
import type { Clock, Instant, Reader } from '@ibex/kernel';
import { ProblemError, tooManyRequests, uuidFrom } from '@ibex/runtime';
import { AccessOrders } from '../access-orders';
import { AccessTimes } from '../access-times';
import { AccessBook } from '../tail/access-book';
import { GLASS_LIMITS, limitReached } from './domain/glass-limit.rule';
import type { Broken, GlassLimit, LimitReached } from './domain/glass-limit.rule';
import { grantDecider } from './domain/grant.decider';
import { GRANT_CATEGORY, grantIdOf, grantStream } from './domain/grant.events';

const SERVICE = { authority: 'IBEX', person: 'access', role: 'system' } as const;
const WORDS: Readonly<Record<GlassLimit, string>> = {
  person: `You have opened ${String(GLASS_LIMITS.person)} records in emergencies today.`,
  authority: `Your authority has opened ${String(GLASS_LIMITS.authority)} records in emergencies today.`,
};

/** Nobody gathers records one emergency after the other: at the limit its authority is told, once a day. */
@Injectable()
export class GlassLimits {
  constructor(
    private readonly book: AccessBook,
    private readonly orders: AccessOrders,
    private readonly times: AccessTimes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Until when one opened now is open. Throws 429 with Retry-After, whatever was asked for: also what is not there. */
  async openUntil(reader: Reader, id: string): Promise<Instant> {
    const now = this.clock.now();
    const broken = await this.brokenBy(reader.authority);
    const reached = limitReached(broken, { id, person: reader.person, now });
    if (!reached) return this.times.grantUntil();
    await this.tell(reader, reached, londonDateOf(now));
    const { status, extras } = tooManyRequests((toEpochMs(reached.until) - toEpochMs(now)) / 1000);
    throw new ProblemError(status, 'grant/limit-reached', 'Too many emergencies', WORDS[reached.limit], {
      ...extras,
      mend: 'Ring the authority whose child it is; your information governance lead has been told.',
    });
  }

  private async brokenBy(authority: string): Promise<readonly Broken[]> {
    const streams = await this.book.all(GRANT_CATEGORY);
    return streams.flatMap(([first]) => {
      if (first?.type !== 'GlassBroken' || first.data['by'] !== authority) return [];
      return [{ id: grantIdOf(first), person: String(first.data['person']), at: first.recordedAt }];
    });
  }

  private async tell({ authority, person }: Reader, { limit }: LimitReached, day: string): Promise<void> {
    const whose = limit === 'person' ? person : '';
    const id = uuidFrom(`glass-limit\n${authority}\n${whose}\n${day}`);
    const submission = { actor: SERVICE, commandId: id, commandDigest: id, correlationId: id };
    const data = { by: authority, person, limit };
    const command = { type: 'TellLimit', data } as const;
    // about the authority's own people, and no record
    const place = { id, stream: grantStream(id), recordRef: `emergencies-${authority}` };
    await this.orders.submit(grantDecider, { ...place, command, submission });
  }
}
