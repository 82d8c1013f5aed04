import { Injectable } from '@nestjs/common';
import type { Plain } from '../shared/plain';
import type { CompletenessShown } from '../shared/postings/completeness.dto';
import { postedWords } from '../shared/postings/feed-words';
import { ChronologyContent } from './child-chronology.content';
import type { Notices } from './child-chronology.content';
import type { SeenStory } from './chronology-story';
import { gapsIn } from './gaps.rule';
import type { Gap, SilentSource } from './gaps.rule';
import type { SeenEntry } from './seen-entries.rule';

/** Types whose notices tell a course in which there may be holes. */
const COURSES: ReadonlySet<string> = new Set(['placement', 'missing']);

export const isOfCourse = ({ row }: SeenEntry): boolean => COURSES.has(row.category);

/** Sources that have fallen silent, as the answer itself says of its feeds. */
export const silentIn = ({ feeds }: Plain<CompletenessShown>): readonly SilentSource[] =>
  feeds.flatMap(({ authorityName: name, notification, silentSince: since }) =>
    since === undefined ? [] : [{ name, posts: postedWords(notification), since }],
  );

/** Works out gaps from what a reader is shown, and from nothing else. */
@Injectable()
export class ChronologyGaps {
  constructor(private readonly content: ChronologyContent) {}

  of(
    {
      stories,
      shown,
      notices,
    }: Readonly<{
      stories: readonly SeenStory[];
      shown: readonly SeenEntry[];
      notices: Notices;
    }>,
    asked: Readonly<{ now: string; silent: readonly SilentSource[] }>,
  ): readonly Gap[] {
    const onlookers = new Map(stories.map(({ record, by }) => [record.recordRef, by]));
    const facts = shown.filter(isOfCourse).flatMap(({ row }) => {
      const by = onlookers.get(row.recordRef);
      if (!by) return [];
      const { data } = this.content.openOf(row, notices, by);
      return [{ stream: row.stream, category: row.category, type: row.type, data }];
    });
    return gapsIn(facts, { ...asked, seesAll: stories.some(({ of }) => of.seesAll) });
  }
}
