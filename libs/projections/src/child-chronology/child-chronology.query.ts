import { ACCESS_POLICY, READ_DB } from '@ibex/kernel';
import type { AccessPolicy, Reader } from '@ibex/kernel';
import { fromCursor, notFound, toPage } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import { USUAL_PER_PAGE } from '../shared/page.dto';
import type { Plain } from '../shared/plain';
import { ViewAnswers } from '../shared/view-answers';
import type { ChronologyAnswer, ChronologyFilter } from './child-chronology.dto';
import { CHRONOLOGY_SCHEMA } from './child-chronology.schema';
import type { ChronologyEntryRow, ChronologyTables } from './child-chronology.schema';
import { ChronologyShowing } from './child-chronology.showing';

type Selected = SelectQueryBuilder<ChronologyTables, 'chronologyEntries', ChronologyEntryRow>;

/**
 * What somebody who was told of a notice sees of it: what led up to the first fact that it was told of, each fact that
 * it was told of, what it did itself, and that something restricted came after. An authority that is no longer told
 * learns nothing new.
 */
const addressedTo = (query: Selected, authority: string): Selected =>
  query.where((where) => {
    const told = where
      .selectFrom('chronologyTold')
      .select('chronologyTold.position')
      .whereRef('chronologyTold.stream', '=', 'chronologyEntries.stream')
      .where('chronologyTold.authority', '=', authority);
    const toldOfIt = told.whereRef('chronologyTold.position', '=', 'chronologyEntries.position');
    const toldBefore = told.whereRef('chronologyTold.position', '<', 'chronologyEntries.position');
    return where.and([
      where.exists(told),
      where.or([
        where.exists(toldOfIt),
        where.not(where.exists(toldBefore)),
        where('chronologyEntries.source', '=', authority),
        where('chronologyEntries.restricted', '=', 1),
      ]),
    ]);
  });

const afterCursor = (query: Selected, cursor: string | undefined): Selected => {
  if (cursor === undefined) return query;
  const [occurredAt, position] = fromCursor(cursor, 2);
  return query.where((where) =>
    where(where.refTuple('occurredAt', 'position'), '>', where.tuple(String(occurredAt), Number(position))),
  );
};

/** What is recorded about one child, for its owner and for those who were told. */
@Injectable()
export class ChronologyQuery {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<ChronologyTables>,
    @Inject(ACCESS_POLICY) private readonly access: AccessPolicy,
    private readonly answers: ViewAnswers,
    private readonly showing: ChronologyShowing,
  ) {}

  /** Throws the one 404 for an unknown record and for one that the reader may not see. */
  async find(
    reader: Reader,
    recordRef: string,
    asked: Plain<ChronologyFilter>,
  ): Promise<Plain<ChronologyAnswer>> {
    const seenAs = await this.access.sightOfRecord(reader, recordRef);
    if (seenAs === 'none') throw notFound();
    const view = await this.answers.stateOf(CHRONOLOGY_SCHEMA);
    const limit = asked.limit ?? USUAL_PER_PAGE;
    const all = this.db.selectFrom('chronologyEntries').selectAll().where('recordRef', '=', recordRef);
    const seen = seenAs === 'owner' ? all : addressedTo(all, reader.authority);
    const page = toPage(
      await afterCursor(seen, asked.cursor)
        .orderBy('occurredAt')
        .orderBy('position')
        .limit(limit + 1)
        .execute(),
      limit,
      (row) => [row.occurredAt, row.position],
    );
    const items = await this.showing.of(page.items, { authority: reader.authority, seenAs });
    const feeds = this.showing.feedsOf(page.items);
    const completeness = await this.answers.completenessOf({ feeds, reader: reader.authority });
    return { ...view, completeness, recordRef, seenAs, ...page, items };
  }
}
