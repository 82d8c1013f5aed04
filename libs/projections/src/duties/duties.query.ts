import { AUTHORITIES, CLOCK, READ_DB } from '@ibex/kernel';
import type { Authorities, Clock, Reader } from '@ibex/kernel';
import { fromCursor, toPage } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { USUAL_PER_PAGE } from '../shared/page.dto';
import type { FeedName } from '../shared/postings/feed-shown';
import { ViewAnswers } from '../shared/view-answers';
import type { DutiesAnswer, DutiesFilter, DutyScope, DutyShown, DutyState, OtherStart } from './duties.dto';
import { DUTIES_SCHEMA } from './duties.schema';
import type { DutyRow, DutyTables } from './duties.schema';

type Selected = SelectQueryBuilder<DutyTables, 'duties', DutyRow>;

const isPast = (dueAt: string | null, at: string): boolean => dueAt !== null && dueAt <= at;

const inState = (query: Selected, state: DutyState, now: string): Selected => {
  switch (state) {
    case 'all':
      return query;
    case 'met':
      return query.where('metAt', 'is not', null);
    case 'late':
      return query.where('metAt', 'is', null).where('dueAt', '<=', now);
    case 'open':
      return query
        .where('metAt', 'is', null)
        .where((where) => where.or([where('dueAt', 'is', null), where('dueAt', '>', now)]));
  }
};

/** What others keep to themselves is on no list. */
const without = (hidden: readonly string[], query: Selected): Selected =>
  hidden.length === 0
    ? query
    : query.where((where) =>
        where.or([where('recordRef', 'is', null), where('recordRef', 'not in', hidden)]),
      );

const ofNotice = (query: Selected, stream: string | undefined): Selected =>
  stream === undefined ? query : query.where('stream', '=', stream);

const inScope = (query: Selected, scope: DutyScope, authority: string): Selected => {
  switch (scope) {
    case 'owed-by-us':
      return query.where('owedBy', '=', authority);
    case 'owed-to-us':
      return query.where('owedTo', '=', authority);
    case 'either':
      return query.where((where) =>
        where.or([where('owedBy', '=', authority), where('owedTo', '=', authority)]),
      );
  }
};

const afterCursor = (query: Selected, cursor: string | undefined): Selected => {
  if (cursor === undefined) return query;
  const [sortAt, stream, key] = fromCursor(cursor, 3).map(String);
  return query.where((where) =>
    where(where.refTuple('sortAt', 'stream', 'key'), '>', where.tuple(sortAt ?? '', stream ?? '', key ?? '')),
  );
};

const toOtherStarts = (json: string): readonly Plain<OtherStart>[] =>
  JSON.parse(json) as readonly Plain<OtherStart>[];

const stateOf = (row: DutyRow, now: string): DutyShown['state'] => {
  if (row.metAt !== null) return 'met';
  return isPast(row.dueAt, now) ? 'late' : 'open';
};

const datesOf = (
  row: DutyRow,
): Pick<Plain<DutyShown>, 'dueAt' | 'targetAt' | 'movedBecause' | 'provisional'> => ({
  ...(row.dueAt === null ? {} : { dueAt: row.dueAt }),
  ...(row.targetAt === null ? {} : { targetAt: row.targetAt }),
  ...(row.movedBecause === null ? {} : { movedBecause: row.movedBecause }),
  ...(row.provisional === 1 ? { provisional: true } : {}),
});

/** Whether a duty is there, and whether it is met, is known from what its two sides post. */
const feedsOf = ({ owedBy, owedTo, notification }: DutyRow): readonly FeedName[] =>
  [owedBy, owedTo ?? owedBy].map((authority) => ({ authority, notification }));

/** What is owed, by whom, and whether it is late at the moment of asking. */
@Injectable()
export class DutiesQuery {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<DutyTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    private readonly answers: ViewAnswers,
  ) {}

  async find({ authority }: Reader, filter: Plain<DutiesFilter>): Promise<Plain<DutiesAnswer>> {
    const view = await this.answers.stateOf(DUTIES_SCHEMA);
    const [now, limit] = [this.clock.now(), filter.limit ?? USUAL_PER_PAGE];
    const hidden = await this.answers.hiddenFrom(authority);
    const all = ofNotice(this.db.selectFrom('duties').selectAll(), filter.notice);
    const ours = inScope(all, filter.scope ?? 'owed-by-us', authority).where('voidBecause', 'is', null);
    const page = toPage(
      await afterCursor(inState(without(hidden, ours), filter.state ?? 'all', now), filter.cursor)
        .orderBy('sortAt')
        .orderBy('stream')
        .orderBy('key')
        .limit(limit + 1)
        .execute(),
      limit,
      (row) => [row.sortAt, row.stream, row.key],
    );
    const completeness = await this.answers.completenessOf({
      feeds: page.items.flatMap(feedsOf),
      reader: authority,
    });
    return { ...view, completeness, ...page, items: page.items.map((row) => this.toDuty(row, now)) };
  }

  private toDuty(row: DutyRow, now: string): Plain<DutyShown> {
    return {
      notice: row.stream,
      key: row.key,
      clock: row.clock,
      notification: row.notification,
      recordOwner: row.owner,
      kind: row.kind,
      text: row.text,
      state: stateOf(row, now),
      owedBy: row.owedBy,
      owedByName: nameOf(this.authorities, row.owedBy),
      startedAt: row.startedAt,
      otherStarts: toOtherStarts(row.otherStarts),
      source: row.source,
      ...datesOf(row),
      ...this.partiesOf(row),
      ...(row.metAt === null ? {} : { metAt: row.metAt, metLate: isPast(row.dueAt, row.metAt) }),
    };
  }

  private partiesOf(row: DutyRow): Pick<Plain<DutyShown>, 'recordRef' | 'owedTo' | 'owedToName'> {
    return {
      ...(row.recordRef === null ? {} : { recordRef: row.recordRef }),
      ...(row.owedTo === null
        ? {}
        : { owedTo: row.owedTo, owedToName: nameOf(this.authorities, row.owedTo) }),
    };
  }
}
