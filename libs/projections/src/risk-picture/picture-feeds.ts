import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { Freshness } from '../shared/freshness';
import type { FeedShown, FeedState } from '../shared/postings/completeness.dto';
import { stateOf, toFeedShown } from '../shared/postings/feed-shown';
import type { FeedName } from '../shared/postings/feed-shown';
import { Feeds, feedKey } from '../shared/postings/feeds';
import type { Feed } from '../shared/postings/feeds';
import { POSTINGS_SCHEMA } from '../shared/postings/postings.schema';

/** How those post on whose postings an indicator depends. */
export type KnownFeeds = Readonly<{
  stateOf(name: FeedName): FeedState;
  shown(name: FeedName): Plain<FeedShown>;
}>;

@Injectable()
export class PictureFeeds {
  constructor(
    private readonly feeds: Feeds,
    @Inject(Freshness) private readonly freshness: Pick<Freshness, 'isBuilt'>,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  async known(): Promise<KnownFeeds> {
    const isBuilt = await this.freshness.isBuilt(POSTINGS_SCHEMA);
    const all: readonly Feed[] = isBuilt ? await this.feeds.all() : [];
    const byKey = new Map(all.map((feed) => [feedKey(feed), feed]));
    const today = this.feeds.today();
    return {
      stateOf: (name) => stateOf(byKey.get(feedKey(name))),
      shown: (name) =>
        toFeedShown(
          { name, feed: byKey.get(feedKey(name)) },
          nameOf(this.authorities, name.authority),
          today,
        ),
    };
  }
}
