import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import { hasRole } from '../../frame/visit';
import type { Visit } from '../../frame/visit';
import { asked, doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { FETCH_DONE, PATH, askFaults, askPage, askedIn, fetchesPage, whereaboutsPage } from './fetches.page';

const ASKERS = ['placing-practitioner', 'duty-desk', 'mash'] as const;

@Controller('governance/whereabouts')
@ForRoles(...ASKERS, 'governance')
export class FetchesController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    return this.showList(visit, fresh(), doneIn(query, FETCH_DONE));
  }

  @Get('new')
  @ForRoles(...ASKERS)
  @Page()
  blank(@CurrentVisit() visit: Visit, @Query() query: Asked): string {
    return this.showForm(visit, fresh({ recordRef: asked(query, 'recordRef') }));
  }

  @Post('new')
  @ForRoles(...ASKERS)
  @TakesForm()
  async ask(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = askFaults(form);
    const call = { body: askedIn(form), key: form.text('key') };
    const { faults } = wrong
      ? { faults: wrong }
      : await attempt(() => visit.api.post('/v1/restricted-fetches', call));
    return faults ? this.showForm(visit, shownAgain(form, faults)) : seeOther(`${PATH}?done=asked`);
  }

  @Post(':id/approve')
  @TakesForm()
  async approve(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const call = { params: { path: { id } }, key: form.text('key') };
    const { faults } = await attempt(() => visit.api.post('/v1/restricted-fetches/{id}/approval', call));
    return faults ? this.showList(visit, shownAgain(form, faults)) : seeOther(`${PATH}?done=approved`);
  }

  /** Answered with the page itself and kept nowhere: it may be read once. */
  @Post(':id/read')
  @ForRoles(...ASKERS)
  @Page()
  async read(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<string> {
    const form = formOf(body);
    const call = { params: { path: { id } }, key: form.text('key') };
    const { faults, done } = await attempt(() => visit.api.post('/v1/restricted-fetches/{id}/content', call));
    if (faults) return this.showList(visit, shownAgain(form, faults));
    return this.pages.show(visit, 'governance/fetches/whereabouts.njk', whereaboutsPage(done));
  }

  private async showList(visit: Visit, form: Filling, done?: string): Promise<string> {
    const more = { form, done, person: visit.person, mayAsk: hasRole(visit, ...ASKERS) };
    const model = fetchesPage(await visit.api.get('/v1/restricted-fetches'), more);
    return this.pages.show(visit, 'governance/fetches/fetches.njk', model);
  }

  private showForm(visit: Visit, form: Filling): string {
    return this.pages.show(visit, 'governance/fetches/ask.njk', askPage(form));
  }
}
