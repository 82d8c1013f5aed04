import { AUTHORITIES, CLOCK, NEIGHBOURS, londonDateOf } from '@ibex/kernel';
import type { Authorities, Clock, Neighbours, Reader } from '@ibex/kernel';
import { ProblemError, notFound } from '@ibex/runtime';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { PublishedTrends } from './published-trends';
import type { Published } from './suppression.rule';
import { dimensionsOf } from './trend-counts';
import { LONDON, cellOf, totalOf } from './trend-tables';
import { TOPICS, firstMonthOf, isTopic, monthNumberOf, quarterOf } from './trend-topics';
import type { Division, Topic } from './trend-topics';
import type { TrendArea, TrendCell, TrendQuarter, TrendsAnswer, TrendsFilter } from './trends.dto';

const MOST_QUARTERS = 8;
const MONTHS_OF_A_QUARTER = 3;
const METHOD =
  'Counts under 6 are suppressed, others rounded to the nearest 5, as in the DfE’s local authority statistics; more are suppressed until no small count can be worked out from any published sums, even by an authority that knows its own. Tables are made once a day, for quarters that are over.';

type Value = Readonly<{ count: number }> | Readonly<{ suppressed: 'c' }>;
const valueIn = (published: Published, cell: string): Value => {
  const count = published.get(cell);
  return count === undefined ? { suppressed: 'c' } : { count };
};

const badMonth = (field: string): ProblemError =>
  new ProblemError(400, 'trends/month-not-valid', 'Month not valid', `${field} is no month.`, {
    field,
    mend: 'Write a month as 2026-01.',
  });

const monthIn = (field: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^[12][0-9]{3}-(0[1-9]|1[0-2])$/.test(text)) throw badMonth(field);
  return monthNumberOf(text);
};

type Asked = Readonly<{ topic: Topic; by: Division; areas: readonly string[] }>;

/** Tables of the reader's own authority, of its neighbours under an agreement, and of London as a whole. */
@Injectable()
export class TrendsQuery {
  constructor(
    private readonly trends: PublishedTrends,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(NEIGHBOURS) private readonly neighbours?: Neighbours,
  ) {}

  /** Throws the 404 problem for a topic that there is not, the 400 one for what is no month. */
  async find(
    { authority }: Reader,
    topic: string,
    filter: Plain<TrendsFilter>,
  ): Promise<Omit<Plain<TrendsAnswer>, 'position' | 'upToDate'>> {
    if (!isTopic(topic)) throw notFound();
    const { title, says, notification } = TOPICS[topic];
    // a service without agreements has no neighbours
    const told = (await this.neighbours?.thatTell(authority, notification)) ?? [];
    const areas = [...new Set([authority, ...[...told].sort(), LONDON])];
    const by = filter.by ?? 'month';
    const quarters: Plain<TrendQuarter>[] = [];
    for (const first of this.quartersIn(filter))
      quarters.push(await this.quarter(first, { topic, by, areas }));
    return { topic, title, says, by, method: METHOD, quarters };
  }

  /** First months, the oldest first. The running quarter is not over. */
  private quartersIn(filter: Plain<TrendsFilter>): readonly number[] {
    const running = firstMonthOf(monthNumberOf(londonDateOf(this.clock.now())));
    const newest = running - MONTHS_OF_A_QUARTER;
    const last = Math.min(newest, firstMonthOf(monthIn('to', filter.to) ?? newest));
    const from = firstMonthOf(monthIn('from', filter.from) ?? last);
    const first = Math.max(from, last - (MOST_QUARTERS - 1) * MONTHS_OF_A_QUARTER);
    const count = Math.max(0, (last - first) / MONTHS_OF_A_QUARTER + 1);
    return Array.from({ length: count }, (_, at) => first + at * MONTHS_OF_A_QUARTER);
  }

  private async quarter(first: number, { topic, by, areas }: Asked): Promise<Plain<TrendQuarter>> {
    const published = await this.trends.of(topic, first);
    const categories = dimensionsOf(topic, first)[by] ?? [];
    const toCell = (area: string, category: string): Plain<TrendCell> => ({
      category,
      ...valueIn(published, cellOf(area, by, category)),
    });
    const toArea = (area: string): Plain<TrendArea> => ({
      area,
      name: area === LONDON ? 'London' : nameOf(this.authorities, area),
      ...valueIn(published, totalOf(area)),
      cells: categories.map((category) => toCell(area, category)),
    });
    return { quarter: quarterOf(first), areas: areas.map(toArea) };
  }
}
