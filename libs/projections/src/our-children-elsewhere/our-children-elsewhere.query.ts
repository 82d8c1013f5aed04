import { CLOCK, READ_DB, londonDateOf } from '@ibex/kernel';
import type { Clock, Reader } from '@ibex/kernel';
import { fromCursor, toPage } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { USUAL_PER_PAGE } from '../shared/page.dto';
import { ViewAnswers } from '../shared/view-answers';
import type { PlacedElsewhereAnswer, PlacedElsewhereFilter } from './our-children-elsewhere.dto';
import { PLACED_ELSEWHERE_SCHEMA } from './our-children-elsewhere.schema';
import type { PlacedElsewhereRow, PlacedElsewhereTables } from './our-children-elsewhere.schema';
import { PlacedElsewhereShowing } from './our-children-elsewhere.showing';

type Rows<Row> = SelectQueryBuilder<PlacedElsewhereTables, 'placedElsewhere', Row>;
type Selected = Rows<PlacedElsewhereRow>;

const afterCursor = (query: Selected, cursor: string | undefined): Selected => {
  if (cursor === undefined) return query;
  const [startsOn, stream] = fromCursor(cursor, 2).map(String);
  return query.where((where) =>
    where(where.refTuple('startsOn', 'stream'), '>', where.tuple(startsOn ?? '', stream ?? '')),
  );
};

/** Begun by a date, and not ended by then. */
export const openOn = <Row>(query: Rows<Row>, on: string): Rows<Row> =>
  query
    .where('startsOn', '<=', on)
    .where((where) => where.or([where('endedOn', 'is', null), where('endedOn', '>', on)]));

/** The reader's own children placed in other areas, hosts unknown and withheld among them. */
@Injectable()
export class PlacedElsewhereQuery {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<PlacedElsewhereTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly answers: ViewAnswers,
    private readonly showing: PlacedElsewhereShowing,
  ) {}

  async find(
    { authority }: Reader,
    asked: Plain<PlacedElsewhereFilter>,
  ): Promise<Plain<PlacedElsewhereAnswer>> {
    const view = await this.answers.stateOf(PLACED_ELSEWHERE_SCHEMA);
    const [on, limit] = [asked.on ?? londonDateOf(this.clock.now()), asked.limit ?? USUAL_PER_PAGE];
    const all = asked.includeEnded === true;
    const ours = this.db.selectFrom('placedElsewhere').selectAll().where('owner', '=', authority);
    const page = toPage(
      await afterCursor(all ? ours : openOn(ours, on), asked.cursor)
        .orderBy('startsOn')
        .orderBy('stream')
        .limit(limit + 1)
        .execute(),
      limit,
      (row) => [row.startsOn, row.stream],
    );
    const [completeness, items] = await Promise.all([
      // it holds what the reader itself has posted, and nothing else
      this.answers.completenessOf({ feeds: [{ authority, notification: 'placement' }], reader: authority }),
      this.showing.of(page.items, all ? undefined : on),
    ]);
    return { ...view, completeness, on, ...page, items };
  }
}
