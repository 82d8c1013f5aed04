import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { AuthorityNames } from '../../frame/authority-names';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { keyIn, newKey } from '../parts/post-key';
import { whereaboutsPage, whereaboutsShown } from './whereabouts.page';

const LIST = '/console/mash/whereabouts';

/** Where a restricted child of one’s own authority is: asked for by one person, approved by another, read once. */
@Controller('mash/whereabouts')
@ForRoles('mash', 'duty-desk', 'placing-practitioner', 'governance')
export class WhereaboutsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Page()
  list(@CurrentVisit() visit: Visit): Promise<string> {
    return this.showList(visit);
  }

  @Get('new/:recordRef')
  @Page()
  ask(@CurrentVisit() visit: Visit, @Param('recordRef') recordRef: string): string {
    return this.form(visit, recordRef, { entries: {} });
  }

  @Post('new/:recordRef')
  @TakesForm()
  async request(
    @CurrentVisit() visit: Visit,
    @Param('recordRef') recordRef: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const { entries } = form;
    const reason = form.text('reason');
    if (reason === '')
      return this.form(visit, recordRef, {
        entries,
        faults: faultsOf({ reason: 'Enter why you need to know where the child is' }),
      });
    const order = { body: { recordRef, reason }, key: keyIn(form) };
    const { faults } = await attempt(() => visit.api.post('/v1/restricted-fetches', order));
    return faults ? this.form(visit, recordRef, { entries, faults }) : seeOther(LIST);
  }

  @Post(':id/approval')
  @TakesForm()
  async approve(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const order = { params: { path: { id } }, key: keyIn(formOf(body)) };
    const { faults } = await attempt(() => visit.api.post('/v1/restricted-fetches/{id}/approval', order));
    return faults ? this.showList(visit, faults) : seeOther(LIST);
  }

  /** Shown at once and kept nowhere: to read it again, somebody has to approve it again. */
  @Post(':id/content')
  @Page()
  async read(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<string> {
    const order = { params: { path: { id } }, key: keyIn(formOf(body)) };
    const read = await attempt(() => visit.api.post('/v1/restricted-fetches/{id}/content', order));
    if (read.faults) return this.showList(visit, read.faults);
    const whereabouts = whereaboutsShown(read.done, (gss) => this.names.nameOf(gss));
    return this.pages.show(visit, 'mash/whereabouts/content.njk', { whereabouts });
  }

  private async showList(visit: Visit, faults?: FormFaults): Promise<string> {
    const { fetches } = await visit.api.get('/v1/restricted-fetches');
    const asked = whereaboutsPage(fetches, { person: visit.person, now: this.clock.now() });
    return this.pages.show(visit, 'mash/whereabouts/whereabouts.njk', { asked, faults, key: newKey() });
  }

  private form(
    visit: Visit,
    recordRef: string,
    left: Readonly<{ entries: object; faults?: FormFaults }>,
  ): string {
    return this.pages.show(visit, 'mash/whereabouts/ask.njk', {
      ...{ recordRef, form: { ...left, key: newKey() } },
    });
  }
}
