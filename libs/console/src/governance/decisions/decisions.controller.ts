import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { asked, doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { DECIDED, PATH, decideFaults, decidePage, decisionIn, decisionsPage, isRef } from './decisions.page';

@Controller('governance/decisions')
@ForRoles('governance', 'mash')
export class DecisionsController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const typed = asked(query, 'recordRef');
    const recordRef = isRef(typed) ? typed : '';
    const params = { query: recordRef === '' ? {} : { recordRef } };
    const answer = await visit.api.get('/v1/decisions-not-to-share', { params });
    const model = decisionsPage(answer, { recordRef, mayDecide: true, done: doneIn(query, DECIDED) });
    return this.pages.show(visit, 'governance/decisions/decisions.njk', model);
  }

  @Get('new')
  @Page()
  blank(@CurrentVisit() visit: Visit, @Query() query: Asked): string {
    return this.show(visit, fresh({ recordRef: asked(query, 'recordRef') }));
  }

  @Post('new')
  @TakesForm()
  async decide(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = decideFaults(form);
    const call = { body: decisionIn(form), key: form.text('key') };
    const { faults } = wrong
      ? { faults: wrong }
      : await attempt(() => visit.api.post('/v1/decisions-not-to-share', call));
    return faults ? this.show(visit, shownAgain(form, faults)) : seeOther(`${PATH}?done=decided`);
  }

  private show(visit: Visit, form: Filling): string {
    return this.pages.show(visit, 'governance/decisions/decide.njk', decidePage(form));
  }
}
