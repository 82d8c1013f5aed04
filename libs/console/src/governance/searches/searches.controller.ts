import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { REOPENED, closedPage, reopenFaults, reopenedIn } from './searches.page';

@Controller('governance/closed-searches')
@ForRoles('governance')
export class SearchesController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    return this.show(visit, { form: fresh(), done: doneIn(query, REOPENED) });
  }

  @Post()
  @TakesForm()
  async reopen(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = reopenFaults(form);
    if (wrong) return this.show(visit, { form: shownAgain(form, wrong) });
    const call = { body: reopenedIn(form), key: form.text('key') };
    const { faults } = await attempt(() => visit.api.post('/v1/mash/closed-searches/reopen', call));
    if (faults) return this.show(visit, { form: shownAgain(form, faults) });
    return seeOther('/console/governance/closed-searches?done=reopened');
  }

  private async show(visit: Visit, more: Readonly<{ form: Filling; done?: string | undefined }>) {
    const model = closedPage(await visit.api.get('/v1/mash/closed-searches'), more);
    return this.pages.show(visit, 'governance/searches/searches.njk', model);
  }
}
