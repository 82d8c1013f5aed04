import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Asked } from '../../frame/asked';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { readWorklist } from '../../frame/worklist';
import { freshnessPage } from '../child/freshness.page';
import { worklistPage, worklistsPage } from './worklists.page';

/** What there is to do now. */
@Controller('mash')
@ForRoles('mash', 'duty-desk', 'placing-practitioner', 'governance')
export class MashWorklistsController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async lists(@CurrentVisit() visit: Visit): Promise<string> {
    const { items, completeness } = await visit.api.get('/v1/worklists');
    return this.pages.show(visit, 'mash/worklists/worklists.njk', {
      ...{ lists: worklistsPage(items), freshness: freshnessPage(completeness) },
    });
  }

  @Get('worklists/:name')
  @Page()
  async list(
    @CurrentVisit() visit: Visit,
    @Param('name') name: string,
    @Query() query: Asked,
  ): Promise<string> {
    const answer = await readWorklist(visit, { name, query });
    return this.pages.show(visit, 'mash/worklists/worklist.njk', {
      ...{ list: worklistPage(answer), freshness: freshnessPage(answer.completeness) },
    });
  }
}
