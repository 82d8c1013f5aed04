import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Feeds } from '../../shared/postings/feeds';
import type { Feed } from '../../shared/postings/feeds';
import { FeedOrders } from './feed-orders';
import { LatePosters } from './late-posters';

const hasResumed = ({ silence, lastAt }: Feed): boolean =>
  silence?.over === 0 && lastAt > silence.lastPostedAt;

/** Looks at every feed and puts on record which fell silent, and which silences are over. Any number of looks do it once. */
@Injectable()
export class FeedWatch {
  constructor(
    private readonly feeds: Feeds,
    private readonly late: LatePosters,
    private readonly orders: FeedOrders,
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'isMember'>,
  ) {}

  /** How many feeds had come to something. */
  async look(): Promise<number> {
    const all = await this.feeds.read();
    const resumed = all.filter(hasResumed);
    const silent = await this.trulySilent(all);
    await Promise.all([
      ...resumed.map((feed) => this.orders.resumed(feed)),
      ...silent.map((feed) => this.orders.fellSilent(feed)),
    ]);
    return resumed.length + silent.length;
  }

  /** Of members, whose mailbox somebody reads; what is on record already is not told again. */
  private async trulySilent(all: readonly Feed[]): Promise<readonly Feed[]> {
    const silent = all.filter(
      ({ authority, silentSince, silence }) =>
        silentSince !== undefined && silence?.over !== 0 && this.authorities.isMember(authority),
    );
    if (silent.length === 0) return [];
    const late = await this.late.find();
    return late === undefined ? [] : silent.filter(({ authority }) => !late.has(authority));
  }
}
