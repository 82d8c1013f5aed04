import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import type { Visit } from '../../frame/visit';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Asked } from '../../frame/asked';
import { textFrom } from '../parts/raw-text';
import { PER_PAGE, readsAsked, readsPage, readsWanted } from './reads.page';

@Controller('governance')
@ForRoles('governance', 'mash')
export class ReadsController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get('reads')
  @Page()
  async reads(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const asked = readsAsked(query);
    const { cursor } = asked;
    const wanted = { ...readsWanted(asked), limit: PER_PAGE, ...(cursor === '' ? {} : { cursor }) };
    const answer = asked.faults
      ? { reads: [] }
      : await visit.api.get('/v1/reads', { params: { query: wanted } });
    return this.pages.show(visit, 'governance/reads/reads.njk', readsPage(answer, asked));
  }

  /** The exchange makes the file, which no spreadsheet takes for formulas, and all of it. */
  @Get('reads.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="who-looked.csv"')
  async file(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const wanted = { ...readsWanted(readsAsked(query)), format: 'csv' as const };
    return await textFrom(
      visit.api.raw.GET('/v1/reads', {
        params: { query: wanted },
        parseAs: 'text',
        headers: { accept: 'text/csv' },
      }),
    );
  }
}
