import { READ_DB, startOfLondonDay } from '@ibex/kernel';
import type { Reader } from '@ibex/kernel';
import { fromCursor, toPage } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { USUAL_PER_PAGE } from '../shared/page.dto';
import { ViewAnswers } from '../shared/view-answers';
import type { WhatWeToldAnswer, WhatWeToldFilter } from './what-we-told.dto';
import { WHAT_WE_TOLD_SCHEMA } from './what-we-told.schema';
import type { ToldFactRow, WhatWeToldTables } from './what-we-told.schema';
import { WhatWeToldShowing } from './what-we-told.showing';

type Selected = SelectQueryBuilder<WhatWeToldTables, 'toldFacts', ToldFactRow>;
type Filter = Plain<WhatWeToldFilter>;

/** What others keep to themselves is on no list, also not what the reader once said about it. */
const without = (hidden: readonly string[], query: Selected): Selected =>
  hidden.length === 0
    ? query
    : query.where((where) =>
        where.or([where('recordRef', 'is', null), where('recordRef', 'not in', hidden)]),
      );

const narrowed = (query: Selected, filter: Filter): Selected => {
  const { since } = filter;
  const from = since === undefined ? query : query.where('recordedAt', '>=', startOfLondonDay(since));
  return (['notification', 'kind', 'state', 'recordRef'] as const).reduce((narrow, column) => {
    const value = filter[column];
    return value === undefined ? narrow : narrow.where(column, '=', value);
  }, from);
};

const afterCursor = (query: Selected, cursor: string | undefined): Selected => {
  if (cursor === undefined) return query;
  const [position] = fromCursor(cursor, 1).map(Number);
  return query.where('position', '<', position ?? 0);
};

/** What the reader's authority has told others, the latest first, and how far each of it has come. */
@Injectable()
export class WhatWeToldQuery {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<WhatWeToldTables>,
    private readonly answers: ViewAnswers,
    private readonly showing: WhatWeToldShowing,
  ) {}

  async find({ authority }: Reader, filter: Filter): Promise<Plain<WhatWeToldAnswer>> {
    const view = await this.answers.stateOf(WHAT_WE_TOLD_SCHEMA);
    const limit = filter.limit ?? USUAL_PER_PAGE;
    const hidden = await this.answers.hiddenFrom(authority);
    const ours = this.db.selectFrom('toldFacts').selectAll().where('authority', '=', authority);
    const rows = await afterCursor(narrowed(without(hidden, ours), filter), filter.cursor)
      .orderBy('position', 'desc')
      .limit(limit + 1)
      .execute();
    const page = toPage(rows, limit, ({ position }) => [position]);
    const [completeness, items] = await Promise.all([
      // it holds what the reader itself has posted, and nothing else
      this.answers.completenessOf({
        feeds: page.items.map(({ notification }) => ({ authority, notification })),
        reader: authority,
      }),
      this.showing.of(page.items),
    ]);
    return { ...view, completeness, ...page, items };
  }
}
