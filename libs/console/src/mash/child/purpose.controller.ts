import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { faultsOf } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { CaseFile } from '../parts/case-file';
import { purposeIn } from '../parts/purposes';
import { CASE_TABS, PurposePage } from './purpose.page';

/** What a child’s record is read for: said once per child and shift, and changed when it changes. */
@Controller('mash/children/:recordRef/purpose')
@ForRoles('mash', 'duty-desk', 'placing-practitioner', 'governance')
export class PurposeController {
  constructor(
    @Inject(CaseFile) private readonly cases: CaseFile,
    @Inject(PurposePage) private readonly page: PurposePage,
  ) {}

  @Get()
  @Page()
  ask(@CurrentVisit() visit: Visit, @Param('recordRef') recordRef: string): string {
    return this.page.ask(visit, { recordRef, tab: '' });
  }

  @Post()
  @TakesForm()
  async say(
    @CurrentVisit() visit: Visit,
    @Param('recordRef') recordRef: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const tab = CASE_TABS.find((known) => known === form.text('tab')) ?? '';
    const purpose = purposeIn(form.text('purpose'));
    if (purpose === undefined) {
      const faults = faultsOf({ purpose: 'Select what you need the child’s record for' });
      return this.page.ask(visit, { recordRef, tab, faults });
    }
    const { search } = (await this.cases.find(visit, recordRef)) ?? {};
    await this.cases.open(visit, { recordRef, purpose, ...(search === undefined ? {} : { search }) });
    const path = `/console/mash/children/${encodeURIComponent(recordRef)}`;
    return seeOther(tab === '' ? path : `${path}/${tab}`);
  }
}
