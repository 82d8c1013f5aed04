import { fromCursor, toPage } from '@ibex/runtime';
import { Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { USUAL_PER_PAGE } from '../shared/page.dto';
import type { PageQuery } from '../shared/page.dto';
import type { FeedName } from '../shared/postings/feed-shown';
import type { CompletenessShown } from '../shared/postings/completeness.dto';
import { present } from '../shared/present';
import { ChronologyContent } from './child-chronology.content';
import type { ChronologyAnswer, ChronologyEntry, ChronologyGap } from './child-chronology.dto';
import { ChronologyShowing, WITHHELD } from './child-chronology.showing';
import type { ShownLine } from './child-chronology.showing';
import { ChronologyGaps, isOfCourse } from './chronology-gaps';
import type { History } from './chronology-history';
import { inOrder } from './chronology-lines';
import type { Place } from './chronology-lines';
import { RecordsShown } from './record-shown';

type Placed = Place & Readonly<{ line?: ShownLine }>;
/** After everything that has a date. */
const THE_END: Placed = { at: '~', position: Number.MAX_SAFE_INTEGER, ordinal: '' };

const placesIn = ({ lines, stories }: History): readonly Placed[] => [
  ...lines.map((line) => ({ at: line.at, position: line.position, ordinal: line.ordinal, line })),
  ...(stories.some(({ isWithheld }) => isWithheld) ? [THE_END] : []),
];

const pageOf = (history: History, { cursor, limit = USUAL_PER_PAGE }: Plain<PageQuery>) => {
  const all = placesIn(history);
  const [at, position, ordinal] = cursor === undefined ? ['', -1, ''] : fromCursor(cursor, 3);
  const after = { at: String(at), position: Number(position), ordinal: String(ordinal) };
  const rest = all.filter((each) => inOrder(each, after) > 0);
  return toPage(rest.slice(0, limit + 1), limit, (last) => [last.at, last.position, last.ordinal]);
};

type Feeds = Plain<CompletenessShown>['feeds'];
type Shown = Pick<Plain<ChronologyAnswer>, 'items' | 'next' | 'records'> &
  Readonly<{ gapsWith: (feeds: Feeds) => Promise<readonly Plain<ChronologyGap>[]> }>;

/** One page of a history, with what is said of all of it. Reads each notice once, and unseals what is on the page alone. */
@Injectable()
export class ChronologyPages {
  constructor(
    private readonly content: ChronologyContent,
    private readonly showing: ChronologyShowing,
    private readonly gaps: ChronologyGaps,
    private readonly records: RecordsShown,
  ) {}

  feedsOf({ shown }: History): readonly FeedName[] {
    return this.content.feedsOf(shown);
  }

  async of(history: History, asked: Plain<PageQuery>): Promise<Shown> {
    const { stories, shown, moment } = history;
    const { items: places, next } = pageOf(history, asked);
    const lines = places.flatMap(({ line }) => (line?.kind === 'notice' ? [line.entry] : []));
    const needed = [...lines, ...shown.filter(isOfCourse)].map(({ row }) => row.stream);
    const [notices, records] = await Promise.all([
      this.content.noticesOf(needed),
      this.records.of(stories, moment),
    ]);
    const onlookers = new Map(stories.map(({ record, by }) => [record.recordRef, by]));
    const items = await Promise.all(
      places.map(async ({ line }): Promise<Plain<ChronologyEntry>> => {
        const by = line && onlookers.get(line.entry.row.recordRef);
        return by ? this.showing.toEntry(line, notices, by) : Promise.resolve(WITHHELD);
      }),
    );
    const gapsWith = (feeds: Feeds) => this.gaps.of(history, { notices, feeds });
    return { items, records, ...present({ next }), gapsWith };
  }
}
