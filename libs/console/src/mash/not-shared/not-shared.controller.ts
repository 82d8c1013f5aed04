import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { hasRole } from '../../frame/visit';
import { keyIn, newKey } from '../parts/post-key';

const GSS = /^E(?:06|07|08|09|10)\d{6}$/;

/** The account of why somebody was not told of a child; it changes nothing of who is told. */
@Controller('mash/not-shared')
@ForRoles('mash', 'governance', 'duty-desk', 'placing-practitioner')
export class NotSharedController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  @ForRoles('mash', 'governance')
  async list(@CurrentVisit() visit: Visit): Promise<string> {
    const { decisions } = await visit.api.get('/v1/decisions-not-to-share');
    return this.pages.show(visit, 'mash/not-shared/not-shared.njk', { decisions });
  }

  @Get('new/:recordRef')
  @Page()
  ask(@CurrentVisit() visit: Visit, @Param('recordRef') recordRef: string): string {
    return this.form(visit, recordRef, { entries: {} });
  }

  @Post('new/:recordRef')
  @TakesForm()
  async record(
    @CurrentVisit() visit: Visit,
    @Param('recordRef') recordRef: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const { entries } = form;
    const [authority, reason] = [form.text('authority'), form.text('reason')];
    const isNamed = GSS.test(authority);
    if (!isNamed || reason === '') {
      const faults = faultsOf({
        ...(isNamed ? {} : { authority: 'Select which authority is not told' }),
        ...(reason === '' ? { reason: 'Enter why it is not told' } : {}),
      });
      return this.form(visit, recordRef, { entries, faults });
    }
    const order = { body: { recordRef, authority, reason }, key: keyIn(form) };
    const { faults } = await attempt(() => visit.api.post('/v1/decisions-not-to-share', order));
    if (faults) return this.form(visit, recordRef, { entries, faults });
    const isReader = hasRole(visit, 'mash', 'governance');
    return seeOther(isReader ? '/console/mash/not-shared' : `/console/mash/children/${recordRef}`);
  }

  private form(
    visit: Visit,
    recordRef: string,
    left: Readonly<{ entries: object; faults?: FormFaults }>,
  ): string {
    return this.pages.show(visit, 'mash/not-shared/ask.njk', {
      ...{ recordRef, form: { ...left, key: newKey() } },
    });
  }
}
