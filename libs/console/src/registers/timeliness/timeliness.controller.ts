import { Controller, Get, Header, Inject, NotFoundException, Query } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { exactly } from '../../frame/time-words';
import type { Visit } from '../../frame/visit';
import type { Asked } from '../../frame/asked';
import { csvOfTable } from '../parts/table';
import type { ChartTable } from '../parts/table';
import { readTrends } from '../trends/trends.reading';
import { MEASURES, lateShown, measureShown } from './timeliness.page';
import type { LateScope, LateShown, Measure, MeasureShown } from './timeliness.page';

const MOST_COUNTED = 500;
const SCOPES = ['owed-to-us', 'owed-by-us'] as const;

/** Who tells in time and who is late. */
@Controller('registers/timeliness')
@ForRoles('placing-practitioner', 'duty-desk', 'mash', 'governance')
export class TimelinessController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Page()
  async timeliness(@CurrentVisit() visit: Visit): Promise<string> {
    const [measures, [toUs, byUs]] = await Promise.all([
      Promise.all(MEASURES.map((measure) => this.measure(visit, measure))),
      Promise.all([this.late(visit, 'owed-to-us'), this.late(visit, 'owed-by-us')]),
    ]);
    return this.pages.show(visit, 'registers/timeliness/timeliness.njk', {
      measures: measures.filter((shown) => shown !== undefined),
      ...{ toUs, byUs },
    });
  }

  @Get('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="timeliness.csv"')
  async file(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const table = await this.table(visit, formOf(query).text('measure'));
    return csvOfTable(table, [
      'c stands for suppressed; published counts are rounded to the nearest 5',
      `Taken from IBEX by ${visit.authorityName} on ${exactly(this.clock.now())}`,
    ]);
  }

  private async table(visit: Visit, wanted: string): Promise<ChartTable> {
    const scope = SCOPES.find((each) => each === wanted);
    if (scope !== undefined) return (await this.late(visit, scope)).table;
    const measure = MEASURES.find(({ id }) => id === wanted);
    const shown = measure === undefined ? undefined : await this.measure(visit, measure);
    if (shown === undefined) throw new NotFoundException();
    return shown.table;
  }

  private async measure({ api }: Visit, measure: Measure): Promise<MeasureShown | undefined> {
    const answer = await readTrends(api, { topic: measure.topic, by: 'outcome', now: this.clock.now() });
    return measureShown(measure, answer);
  }

  private async late({ api }: Visit, scope: LateScope): Promise<LateShown> {
    const answer = await api.get('/v1/duties', {
      params: {
        query: { scope, state: 'late', limit: MOST_COUNTED },
        header: { 'IBEX-Purpose': 'assurance' },
      },
    });
    return lateShown(scope, answer);
  }
}
