import { Controller, Get, Header, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { exactly } from '../../frame/time-words';
import type { Visit } from '../../frame/visit';
import type { TrendsAnswer } from '../parts/answers';
import { askedWord } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { csvOfTable } from '../parts/table';
import { DIVISIONS, TOPICS } from './trend-words';
import type { Topic } from './trend-words';
import { chosenQuarter, trendsPage } from './trends.page';
import { readTrends } from './trends.reading';
import { partsTable, totalsTable } from './trends.tables';

const topicOf = (name: string): Topic => {
  const topic = TOPICS.find((each) => each === name);
  if (topic === undefined) throw new NotFoundException();
  return topic;
};

/** Counts by quarter, with small ones suppressed. */
@Controller('registers/trends')
@ForRoles('placing-practitioner', 'duty-desk', 'mash', 'governance')
export class TrendsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':topic')
  @Page()
  async trends(
    @CurrentVisit() visit: Visit,
    @Param('topic') topic: string,
    @Query() query: Asked,
  ): Promise<string> {
    const answer = await this.read(visit, topic, query);
    const page = trendsPage(answer, formOf(query).text('quarter'));
    return this.pages.show(visit, 'registers/trends/trends.njk', page);
  }

  @Get(':topic/file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="trends.csv"')
  async file(
    @CurrentVisit() visit: Visit,
    @Param('topic') topic: string,
    @Query() query: Asked,
  ): Promise<string> {
    const answer = await this.read(visit, topic, query);
    const chosen = chosenQuarter(answer, formOf(query).text('quarter'));
    const isParts = askedWord(query, 'table', ['totals', 'parts']) === 'parts' && chosen !== undefined;
    const table = isParts ? partsTable(answer, chosen) : totalsTable(answer);
    return csvOfTable(table, [
      answer.says,
      `c stands for suppressed. ${answer.method}`,
      `Taken from IBEX by ${visit.authorityName} on ${exactly(this.clock.now())}`,
    ]);
  }

  private read(visit: Visit, topic: string, query: Asked): Promise<TrendsAnswer> {
    const by = askedWord(query, 'by', DIVISIONS);
    return readTrends(visit.api, { topic: topicOf(topic), by, now: this.clock.now() });
  }
}
