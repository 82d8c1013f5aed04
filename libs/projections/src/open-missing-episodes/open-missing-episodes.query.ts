import { CLOCK, READ_DB } from '@ibex/kernel';
import type { Clock, Reader } from '@ibex/kernel';
import { fromCursor, toPage } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { USUAL_PER_PAGE } from '../shared/page.dto';
import type { DependsOn } from '../shared/postings/completeness';
import { ViewAnswers } from '../shared/view-answers';
import type { EpisodeState, MissingEpisodesAnswer, MissingEpisodesFilter } from './open-missing-episodes.dto';
import { MISSING_SCHEMA } from './open-missing-episodes.schema';
import type { MissingEpisodeRow, MissingScope, MissingTables } from './open-missing-episodes.schema';
import { MissingEpisodesShowing } from './open-missing-episodes.showing';

type Selected = SelectQueryBuilder<MissingTables, 'missingEpisodes', MissingEpisodeRow>;

const onListOf = (query: Selected, authority: string, scope: MissingScope): Selected =>
  query.where('missingEpisodes.begins', 'in', (where) =>
    where
      .selectFrom('missingParties')
      .select('missingParties.begins')
      .where('missingParties.authority', '=', authority)
      .where('missingParties.scope', '=', scope),
  );

/** What others keep to themselves is on no list. */
const without = (hidden: readonly string[], query: Selected): Selected =>
  hidden.length === 0
    ? query
    : query.where((where) =>
        where.or([where('recordRef', 'is', null), where('recordRef', 'not in', hidden)]),
      );

const inState = (query: Selected, state: EpisodeState): Selected => {
  if (state === 'all') return query;
  return query.where('state', state === 'open' ? '=' : '!=', 'open');
};

const afterCursor = (query: Selected, cursor: string | undefined): Selected => {
  if (cursor === undefined) return query;
  const [startedAt, stream] = fromCursor(cursor, 2).map(String);
  return query.where((where) =>
    where(where.refTuple('startedAt', 'stream'), '<', where.tuple(startedAt ?? '', stream ?? '')),
  );
};

/** Whoever reported those on it, and everybody who may have one to report. */
const dependsOn = ({ authority: reader }: Reader, rows: readonly MissingEpisodeRow[]): DependsOn => ({
  feeds: rows.map(({ owner }) => ({ authority: owner, notification: 'missing' })),
  everybodys: ['missing'],
  reader,
});

/** Missing episodes on the reader's lists, the latest first. */
@Injectable()
export class MissingEpisodesQuery {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<MissingTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly answers: ViewAnswers,
    private readonly showing: MissingEpisodesShowing,
  ) {}

  async find(reader: Reader, asked: Plain<MissingEpisodesFilter>): Promise<Plain<MissingEpisodesAnswer>> {
    const view = await this.answers.stateOf(MISSING_SCHEMA);
    const limit = asked.limit ?? USUAL_PER_PAGE;
    const all = this.db.selectFrom('missingEpisodes').selectAll();
    const hidden = await this.answers.hiddenFrom(reader.authority);
    const listed = without(hidden, onListOf(all, reader.authority, asked.scope ?? 'ours'));
    const page = toPage(
      await afterCursor(inState(listed, asked.state ?? 'open'), asked.cursor)
        .orderBy('startedAt', 'desc')
        .orderBy('stream', 'desc')
        .limit(limit + 1)
        .execute(),
      limit,
      (row) => [row.startedAt, row.stream],
    );
    const [completeness, items] = await Promise.all([
      this.answers.completenessOf(dependsOn(reader, page.items)),
      this.showing.of(page.items, { reader, now: this.clock.now() }),
    ]);
    return { ...view, completeness, ...page, items };
  }
}
