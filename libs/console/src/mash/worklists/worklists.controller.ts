import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { freshnessPage } from '../child/freshness.page';
import { isSort, worklistIn, worklistPage, worklistsPage } from './worklists.page';

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
    @Param('name') asked: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const name = worklistIn(asked);
    if (name === undefined) throw new NotFoundException();
    const sort = isSort(query['sort']) ? { sort: query['sort'] } : {};
    const cursor = typeof query['cursor'] === 'string' ? { cursor: query['cursor'] } : {};
    const params = { path: { name }, query: { ...sort, ...cursor, limit: 50 } };
    const answer = await visit.api.get('/v1/worklists/{name}', { params });
    return this.pages.show(visit, 'mash/worklists/worklist.njk', {
      ...{ list: worklistPage(answer), freshness: freshnessPage(answer.completeness) },
    });
  }
}
