import { AUTHORITIES, READ_DB } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import {
  AGE_BANDS,
  ETHNIC_GROUPS,
  SEX_CATEGORIES,
  TOPICS,
  UNKNOWN,
  ageBandOf,
  monthOf,
} from './trend-topics';
import type { Topic } from './trend-topics';
import type { Counted, Dimensions } from './trend-tables';
import type { TrendTables } from './trends.schema';

/** Months of a quarter from its first one. */
const monthsFrom = (first: number): readonly number[] => [first, first + 1, first + 2];

export const dimensionsOf = (topic: Topic, first: number): Dimensions => ({
  month: monthsFrom(first).map(monthOf),
  sex: SEX_CATEGORIES,
  age: AGE_BANDS,
  ethnicity: ETHNIC_GROUPS,
  outcome: TOPICS[topic].outcomes,
});

type Grouped = Readonly<{
  month: number;
  authority: string;
  outcome: string;
  sex: string | null;
  ethnicity: string | null;
  bornIn: number | null;
  count: number | string;
}>;

/** Counts as they are, before anything is suppressed: for the tables alone. */
@Injectable()
export class TrendCounts {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<TrendTables>,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  /** Month by month, so that no read keeps others waiting for long. */
  async ofQuarter(topic: Topic, first: number): Promise<readonly Counted[]> {
    const counted: Counted[] = [];
    for (const month of monthsFrom(first))
      for (const group of await this.ofMonth(topic, month)) counted.push(this.toCounted(group));
    return counted;
  }

  private ofMonth(topic: Topic, month: number): Promise<readonly Grouped[]> {
    // every authority's rows are counted together; what leaves is suppressed
    return asSystem(() =>
      this.db
        .selectFrom('trendEvents')
        .leftJoin('trendChildren', 'trendChildren.recordRef', 'trendEvents.recordRef')
        .leftJoin('trendHidden', 'trendHidden.recordRef', 'trendEvents.recordRef')
        .where('topic', '=', topic)
        .where('month', '=', month)
        .where('trendHidden.labels', 'is', null)
        .select(({ fn }) => [
          ...(['month', 'authority', 'outcome', 'sex', 'ethnicity', 'bornIn'] as const),
          fn.countAll<number | string>().as('count'),
        ])
        .groupBy(['month', 'authority', 'outcome', 'sex', 'ethnicity', 'bornIn'])
        .execute(),
    );
  }

  private toCounted(group: Grouped): Counted {
    const { month } = group;
    return {
      area: group.authority,
      isLondon: this.authorities.find(group.authority)?.region.endsWith('London') === true,
      count: Number(group.count),
      categories: {
        month: monthOf(month),
        sex: group.sex ?? UNKNOWN,
        age: ageBandOf(group.bornIn, month),
        ethnicity: group.ethnicity ?? UNKNOWN,
        outcome: group.outcome,
      },
    };
  }
}
