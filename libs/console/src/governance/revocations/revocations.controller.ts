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
import * as page from './revocations.page';

const LIST = '/console/governance/revocations';

@Controller('governance/revocations')
@ForRoles('governance')
export class RevocationsController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    return this.showList(visit, { form: fresh(), done: doneIn(query, page.REVOCATION_DONE) });
  }

  @Get('new')
  @Page()
  blank(@CurrentVisit() visit: Visit): string {
    return this.showForm(visit, fresh());
  }

  @Post('new')
  @TakesForm()
  async takeAway(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = page.takeAwayFaults(form);
    if (wrong) return this.showForm(visit, shownAgain(form, wrong));
    const call = { body: page.takenAwayIn(form), key: form.text('key') };
    const { faults } = await attempt(() => visit.api.post('/v1/access/revocations', call));
    if (faults) return this.showForm(visit, shownAgain(form, page.atReference(faults)));
    return seeOther(`${LIST}?done=taken`);
  }

  @Post('lift')
  @TakesForm()
  async giveBack(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = page.giveBackFaults(form);
    if (wrong) return this.showList(visit, { form: shownAgain(form, wrong) });
    const call = { body: page.givenBackIn(form), key: form.text('key') };
    const { faults } = await attempt(() => visit.api.post('/v1/access/revocations/lift', call));
    if (faults) return this.showList(visit, { form: shownAgain(form, faults) });
    return seeOther(`${LIST}?done=lifted`);
  }

  private async showList(visit: Visit, more: Readonly<{ form: Filling; done?: string | undefined }>) {
    const model = page.revocationsPage(await visit.api.get('/v1/access/revocations'), more);
    return this.pages.show(visit, 'governance/revocations/revocations.njk', model);
  }

  private showForm(visit: Visit, form: Filling): string {
    return this.pages.show(visit, 'governance/revocations/take-away.njk', page.takeAwayPage(form));
  }
}
