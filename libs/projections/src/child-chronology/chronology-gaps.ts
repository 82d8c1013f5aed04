import { AUTHORITIES, londonDateOf } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import type { CompletenessShown } from '../shared/postings/completeness.dto';
import { postedWords } from '../shared/postings/feed-words';
import { SilenceThen } from '../shared/postings/silence-then';
import type { AskedMoment } from './asked-moment';
import { ChronologyContent } from './child-chronology.content';
import type { Notices } from './child-chronology.content';
import type { History } from './chronology-history';
import { gapsIn } from './gaps.rule';
import type { Gap } from './gap';
import type { SilentSource } from './gaps.rule';
import type { SeenEntry } from './seen-entries.rule';

/** Types whose notices tell a course in which there may be holes. */
const COURSES: ReadonlySet<string> = new Set(['placement', 'missing']);

export const isOfCourse = ({ row }: SeenEntry): boolean => COURSES.has(row.category);

type Feeds = Plain<CompletenessShown>['feeds'];

/** Works out gaps from what a reader is shown, and from who is known to everybody to have fallen silent. */
@Injectable()
export class ChronologyGaps {
  constructor(
    private readonly content: ChronologyContent,
    private readonly silences: SilenceThen,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  /** What should be on record at that moment and is not. `feeds`: as they stand today. */
  async of(
    { stories, shown, moment }: History,
    { notices, feeds }: Readonly<{ notices: Notices; feeds: Feeds }>,
  ): Promise<readonly Gap[]> {
    const onlookers = new Map(stories.map(({ record, by }) => [record.recordRef, by]));
    const facts = shown.filter(isOfCourse).flatMap(({ row }) => {
      const by = onlookers.get(row.recordRef);
      if (!by) return [];
      const { data } = this.content.openOf(row, notices, by);
      return [{ stream: row.stream, category: row.category, type: row.type, data }];
    });
    const silent = await this.silentAt(moment, feeds, shown);
    return gapsIn(facts, { now: moment.until, silent, seesAll: stories.some(({ of }) => of.seesAll) });
  }

  /** Today as the answer itself says of its feeds; on another day from what had been posted by then. */
  private async silentAt(
    { asKnownAt }: AskedMoment,
    feeds: Feeds,
    shown: readonly SeenEntry[],
  ): Promise<readonly SilentSource[]> {
    if (asKnownAt === undefined)
      return feeds.flatMap(({ authorityName: name, notification, silentSince: since }) =>
        since === undefined ? [] : [{ name, posts: postedWords(notification), since }],
      );
    const silent = await this.silences.of(this.content.feedsOf(shown), londonDateOf(asKnownAt));
    return silent.map(({ authority, notification, since }) => ({
      ...{ name: nameOf(this.authorities, authority), posts: postedWords(notification), since },
    }));
  }
}
