import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities, Authority, Reader } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { Freshness } from '../shared/freshness';
import { Feeds, feedKey } from '../shared/postings/feeds';
import type { Feed } from '../shared/postings/feeds';
import { POSTINGS_SCHEMA } from '../shared/postings/postings.schema';
import { ChannelsStatus } from './channels-status';
import type { AuthoritiesStatusAnswer, AuthorityStatus, StatusFilter } from './status.dto';
import { toAuthorityStatus } from './status.showing';

type Status = Plain<AuthorityStatus>;

const isSilent = ({ feeds }: Status): boolean => feeds.some(({ state }) => state === 'silent');
const silentFirstThenByName = (a: Status, b: Status): number =>
  Number(isSilent(b)) - Number(isSilent(a)) || a.authorityName.localeCompare(b.authorityName, 'en');

/** How each authority posts and receives, as far as the reader may know. */
@Injectable()
export class StatusQuery {
  constructor(
    private readonly feeds: Feeds,
    private readonly channels: ChannelsStatus,
    private readonly freshness: Freshness,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  async find(reader: Reader, { silent }: StatusFilter): Promise<Plain<AuthoritiesStatusAnswer>> {
    const state = await this.freshness.of(POSTINGS_SCHEMA);
    const { notifications } = this.feeds;
    const today = this.feeds.today();
    const [all, channelsOf] = await Promise.all([this.feeds.read(today), this.channels.look()]);
    const feeds = new Map(all.map((feed) => [feedKey(feed), feed]));
    const items = this.known(all)
      .map((authority) => toAuthorityStatus(authority, { reader, today, notifications, feeds, channelsOf }))
      .sort(silentFirstThenByName);
    return { ...state, on: today, items: silent === true ? items.filter(isSilent) : items };
  }

  /** Members, and whoever has posted. */
  private known(posted: readonly Feed[]): readonly Pick<Authority, 'gss' | 'name' | 'member'>[] {
    const members = this.authorities.all().filter(({ member }) => member);
    const isMember = new Set(members.map(({ gss }) => gss));
    const others = new Set(posted.map(({ authority }) => authority).filter((gss) => !isMember.has(gss)));
    const named = [...others].map((gss) => ({ gss, name: nameOf(this.authorities, gss), member: false }));
    return [...members, ...named];
  }
}
