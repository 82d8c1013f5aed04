import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../authority-name';
import { Freshness } from '../freshness';
import type { CompletenessShown, FeedShown, FeedsCounted } from './completeness.dto';
import { isSilent, stateOf, toFeedShown } from './feed-shown';
import type { FeedName, KnownFeed } from './feed-shown';
import { Feeds, feedKey } from './feeds';
import type { Feed } from './feeds';
import { POSTINGS_SCHEMA } from './postings.schema';

/**
 * `feeds`: those of the answer's own lines. `everybodys`: types of which anybody may have something that belongs into
 * the answer. `reader`: who knows of itself what it posted, unless it is among `feeds`.
 */
export type DependsOn = Readonly<{
  feeds: readonly FeedName[];
  everybodys?: readonly string[];
  reader: string;
}>;

const MOST_NAMED = 10;
const LINK = '/v1/status/authorities';
const COUNTED = {
  'as-usual': 'asUsual',
  silent: 'silent',
  'too-few-to-say': 'tooFewToSay',
  'never-posted': 'neverPosted',
} as const satisfies Record<FeedShown['state'], keyof FeedsCounted>;

const silentFirst = (known: readonly KnownFeed[]): readonly KnownFeed[] => [
  ...known.filter(isSilent),
  ...known.filter((each) => !isSilent(each)),
];

const counted = (known: readonly KnownFeed[]): Plain<FeedsCounted> => {
  const counts = { asUsual: 0, silent: 0, tooFewToSay: 0, neverPosted: 0 };
  for (const { feed } of known) counts[COUNTED[stateOf(feed)]] += 1;
  return counts;
};

const NOTHING_KNOWN: Plain<CompletenessShown> = {
  feeds: [],
  others: { asUsual: 0, silent: 0, tooFewToSay: 0, neverPosted: 0 },
  link: LINK,
};

/** What answers say of the feeds that they depend on. Costs no question to the database within a second of the last. */
@Injectable()
export class Completeness {
  private wasBuilt = false;

  constructor(
    private readonly feeds: Feeds,
    @Inject(Freshness) private readonly freshness: Pick<Freshness, 'isBuilt'>,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  async of({ feeds, everybodys = [], reader }: DependsOn): Promise<Plain<CompletenessShown>> {
    const all = await this.known();
    if (!all) return NOTHING_KNOWN;
    const toKnown = (name: FeedName): KnownFeed => ({ name, feed: all.get(feedKey(name)) });
    const own = [...new Map(feeds.map((name) => [feedKey(name), name])).values()].map(toKnown);
    const ownKeys = new Set(own.map(({ name }) => feedKey(name)));
    const rest = everybodys
      .flatMap((notification) => this.everybody(notification, all))
      .filter((name) => name.authority !== reader && !ownKeys.has(feedKey(name)))
      .map(toKnown);
    const named = silentFirst([...own, ...rest.filter(isSilent)]);
    const today = this.feeds.today();
    return {
      feeds: named
        .slice(0, MOST_NAMED)
        .map((known) => toFeedShown(known, nameOf(this.authorities, known.name.authority), today)),
      others: counted([...named.slice(MOST_NAMED), ...rest.filter((each) => !isSilent(each))]),
      link: LINK,
    };
  }

  /** undefined until the view was built for the first time; it is built anew beside the old one. */
  private async known(): Promise<ReadonlyMap<string, Feed> | undefined> {
    this.wasBuilt ||= await this.freshness.isBuilt(POSTINGS_SCHEMA);
    if (!this.wasBuilt) return undefined;
    return new Map((await this.feeds.all()).map((feed) => [feedKey(feed), feed]));
  }

  /** Members, and whoever has posted without being one (any more). */
  private everybody(notification: string, all: ReadonlyMap<string, Feed>): readonly FeedName[] {
    const members = this.authorities.all().filter(({ member }) => member);
    const posted = [...all.values()].filter((feed) => feed.notification === notification);
    const gss = new Set([...posted.map(({ authority }) => authority), ...members.map((each) => each.gss)]);
    return [...gss].map((authority) => ({ authority, notification }));
  }
}
