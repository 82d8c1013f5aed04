import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { CLOCK, londonDateOf } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import type { Asked } from '../../frame/asked';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { readWorklist } from '../../frame/worklist';
import { askedPage } from '../parts/asked';
import { purposeOf } from '../parts/purpose';
import { worklistPage, worklistsPage } from './worklists.page';

/** What there is to do now, one list for each kind of work. */
@Controller('registers/worklists')
@ForRoles('placing-practitioner', 'duty-desk', 'mash', 'governance')
export class WorklistsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Page()
  async lists(@CurrentVisit() visit: Visit): Promise<string> {
    const answer = await visit.api.get('/v1/worklists');
    return this.pages.show(visit, 'registers/worklists/worklists.njk', worklistsPage(answer));
  }

  @Get(':name')
  @Page()
  async list(
    @CurrentVisit() visit: Visit,
    @Param('name') name: string,
    @Query() query: Asked,
  ): Promise<string> {
    const answer = await readWorklist(visit, { name, query, purpose: purposeOf(visit) });
    const today = londonDateOf(this.clock.now());
    const page = worklistPage(answer, { page: askedPage(query), today });
    return this.pages.show(visit, 'registers/worklists/worklist.njk', page);
  }
}
