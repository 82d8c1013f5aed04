import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import type { StatusAnswer } from '../parts/answers';
import type { Asked } from '../../frame/asked';
import { csvOfTable } from '../parts/table';
import { dayInWords } from '../../frame/time-words';
import { completenessPage, completenessTable, feedsOf, notificationsOf } from './completeness.page';

const kindAsked = (query: Asked, answer: StatusAnswer): string => {
  const kinds = notificationsOf(answer);
  const said = formOf(query).text('of');
  return kinds.find((kind) => kind === said) ?? kinds[0] ?? 'placement';
};

/** Who posts and who has fallen silent. */
@Controller('registers/completeness')
@ForRoles('placing-practitioner', 'duty-desk', 'mash', 'governance', 'operator')
export class CompletenessController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async completeness(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const answer = await visit.api.get('/v1/status/authorities');
    const page = completenessPage(answer, kindAsked(query, answer));
    return this.pages.show(visit, 'registers/completeness/completeness.njk', page);
  }

  @Get('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="who-posts.csv"')
  async file(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const answer = await visit.api.get('/v1/status/authorities');
    const kind = kindAsked(query, answer);
    const table = completenessTable(feedsOf(answer, kind), answer.on, kind);
    return csvOfTable(table, [`As at ${dayInWords(answer.on)}`]);
  }
}
