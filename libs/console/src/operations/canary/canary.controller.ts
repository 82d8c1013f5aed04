import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh } from '../../frame/filling';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Moves, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { CANARY_DONE, PATH, canaryPage } from './canary.page';

@Controller('operations/canary')
@ForRoles('operator')
export class CanaryController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async status(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const more = { key: fresh().key, done: doneIn(query, CANARY_DONE) };
    const model = canaryPage(await visit.api.get('/v1/status/canary'), more);
    return this.pages.show(visit, 'operations/canary/canary.njk', model);
  }

  @Post()
  @Moves()
  async send(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<SeeOther> {
    await visit.api.post('/v1/status/canary', { key: formOf(body).text('key') });
    return seeOther(`${PATH}?done=sent`);
  }
}
