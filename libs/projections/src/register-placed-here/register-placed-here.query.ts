import { CLOCK, READ_DB, londonDateOf } from '@ibex/kernel';
import type { Clock, Reader } from '@ibex/kernel';
import { fromCursor, toPage } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { MOST_PER_PAGE, USUAL_PER_PAGE } from '../shared/page.dto';
import type { DependsOn } from '../shared/postings/completeness';
import { ViewAnswers } from '../shared/view-answers';
import type {
  PlacedHereAnswer,
  PlacedHereCountsAnswer,
  PlacedHereCountsFilter,
  PlacedHereFilter,
  PlacedHereShown,
} from './register-placed-here.dto';
import { PLACED_HERE_SCHEMA } from './register-placed-here.schema';
import type { PlacedHereRow, PlacedHereTables } from './register-placed-here.schema';
import { PlacedHereShowing } from './register-placed-here.showing';

type Asked = Omit<Plain<PlacedHereFilter>, 'format'>;
type Selected = SelectQueryBuilder<PlacedHereTables, 'placedHere', PlacedHereRow>;

const afterCursor = (query: Selected, cursor: string | undefined): Selected => {
  if (cursor === undefined) return query;
  const [placing, startsOn, id] = fromCursor(cursor, 3).map(String);
  return query.where((where) =>
    where(
      where.refTuple('placing', 'startsOn', 'id'),
      '>',
      where.tuple(placing ?? '', startsOn ?? '', id ?? ''),
    ),
  );
};

/** Whoever placed the children on it, and everybody else who may have placed one and not said so. */
const dependsOn = (
  { authority: reader }: Reader,
  rows: readonly PlacedHereRow[],
  placingAuthority: string | undefined,
): DependsOn => {
  const from = placingAuthority === undefined ? rows.map(({ placing }) => placing) : [placingAuthority];
  const feeds = from.map((authority) => ({ authority, notification: 'placement' }));
  return { feeds, everybodys: placingAuthority === undefined ? ['placement'] : [], reader };
};

/** The register of looked-after children placed in the reader's area by other authorities. */
@Injectable()
export class PlacedHereQuery {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<PlacedHereTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly answers: ViewAnswers,
    private readonly showing: PlacedHereShowing,
  ) {}

  async find(reader: Reader, asked: Asked): Promise<Plain<PlacedHereAnswer>> {
    const view = await this.answers.stateOf(PLACED_HERE_SCHEMA);
    const [on, limit] = [asked.on ?? londonDateOf(this.clock.now()), asked.limit ?? USUAL_PER_PAGE];
    const register = await this.register(reader, on, asked.placingAuthority);
    const page = toPage(
      await afterCursor(register.selectAll(), asked.cursor)
        .orderBy('placing')
        .orderBy('startsOn')
        .orderBy('id')
        .limit(limit + 1)
        .execute(),
      limit,
      (row) => [row.placing, row.startsOn, row.id],
    );
    const { total } = await register
      .select((select) => select.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const [completeness, items] = await Promise.all([
      this.answers.completenessOf(dependsOn(reader, page.items, asked.placingAuthority)),
      this.showing.of(page.items),
    ]);
    return { ...view, completeness, on, total, ...page, items };
  }

  /** How many lines of the register are whose, without a look at a single one. */
  async counts(reader: Reader, asked: Plain<PlacedHereCountsFilter>): Promise<Plain<PlacedHereCountsAnswer>> {
    const view = await this.answers.stateOf(PLACED_HERE_SCHEMA);
    const on = asked.on ?? londonDateOf(this.clock.now());
    const rows = await (
      await this.register(reader, on, undefined)
    )
      .groupBy('placing')
      .select((select) => ['placing', select.fn.countAll<number | string>().as('placements')])
      .orderBy('placing')
      .execute();
    const feeds = rows.map(({ placing: authority }) => ({ authority, notification: 'placement' }));
    const completeness = await this.answers.completenessOf({
      ...{ feeds, everybodys: ['placement'], reader: reader.authority },
    });
    const items = rows.map(({ placing, placements }) => ({
      ...this.showing.placing(placing),
      placements: Number(placements),
    }));
    return { ...view, completeness, on, items };
  }

  /** Every line, page after page, for a file. */
  async whole(reader: Reader, asked: Asked): Promise<readonly Plain<PlacedHereShown>[]> {
    const lines: Plain<PlacedHereShown>[] = [];
    let page = await this.find(reader, { ...asked, limit: MOST_PER_PAGE });
    lines.push(...page.items);
    while (page.next !== undefined) {
      page = await this.find(reader, { ...asked, limit: MOST_PER_PAGE, cursor: page.next });
      lines.push(...page.items);
    }
    return lines;
  }

  /** Placed here on a date: begun by then, and not ended by then; what others keep to themselves is not on it. */
  private async register(reader: Reader, on: string, placingAuthority: string | undefined) {
    const hidden = await this.answers.hiddenFrom(reader.authority);
    const all = this.db
      .selectFrom('placedHere')
      .where('host', '=', reader.authority)
      .where('startsOn', '<=', on)
      .where((where) => where.or([where('endedOn', 'is', null), where('endedOn', '>', on)]));
    const open =
      hidden.length === 0
        ? all
        : all.where((where) =>
            where.or([where('recordRef', 'is', null), where('recordRef', 'not in', hidden)]),
          );
    return placingAuthority === undefined ? open : open.where('placing', '=', placingAuthority);
  }
}
