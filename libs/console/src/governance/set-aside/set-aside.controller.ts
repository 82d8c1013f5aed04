import { Controller, Get, Inject, Query } from '@nestjs/common';
import { asked } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { PER_PAGE, setAsidePage } from './set-aside.page';

@Controller('governance/set-aside')
@ForRoles('governance', 'mash', 'duty-desk', 'placing-practitioner')
export class SetAsideController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const cursor = asked(query, 'cursor');
    const wanted = { limit: PER_PAGE, ...(cursor === '' ? {} : { cursor }) };
    const answer = await visit.api.get('/v1/records/set-aside', { params: { query: wanted } });
    return this.pages.show(visit, 'governance/set-aside/set-aside.njk', setAsidePage(answer, cursor));
  }
}
