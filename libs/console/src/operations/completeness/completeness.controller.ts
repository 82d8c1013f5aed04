import { Controller, Get, Inject, Query } from '@nestjs/common';
import { asked } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { completenessPage } from './completeness.page';

@Controller('operations/completeness')
@ForRoles('operator')
export class CompletenessController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async board(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const silent = asked(query, 'silent') === 'true';
    const status = await visit.api.get('/v1/status/authorities', {
      params: { query: silent ? { silent } : {} },
    });
    return this.pages.show(
      visit,
      'operations/completeness/completeness.njk',
      completenessPage(status, silent),
    );
  }
}
