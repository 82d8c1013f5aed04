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
import { CaseFile } from '../parts/case-file';
import { keyIn, newKey } from '../parts/post-key';
import { EMERGENCY_PURPOSES, purposeIn } from '../parts/purposes';
import { OpenGlasses } from './open-glass';

const OWNER_NOT_SAID = 'another authority';

/** Opens a record whose reference somebody has, in an emergency: for a duty desk as well, which does not search. */
@Controller('mash/children/:recordRef/open')
@ForRoles('mash', 'duty-desk')
export class RecordGlassController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(OpenGlasses) private readonly glasses: OpenGlasses,
    @Inject(CaseFile) private readonly cases: CaseFile,
  ) {}

  @Get()
  @Page()
  ask(@CurrentVisit() visit: Visit, @Param('recordRef') recordRef: string): string {
    return this.show(visit, recordRef, { entries: {} });
  }

  @Post()
  @TakesForm()
  async open(
    @CurrentVisit() visit: Visit,
    @Param('recordRef') recordRef: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const { text, entries } = form;
    const [reason, purpose] = [text('reason'), purposeIn(text('purpose'))];
    if (reason === '' || purpose === undefined) {
      const faults = faultsOf({
        ...(purpose === undefined ? { purpose: 'Select what you need the record for' } : {}),
        ...(reason === '' ? { reason: 'Enter why it cannot wait until the authority answers' } : {}),
      });
      return this.show(visit, recordRef, { entries, faults });
    }
    const order = { body: { reason, purpose }, params: { path: { recordRef } }, key: keyIn(form) };
    const opened = await attempt(() => visit.api.post('/v1/records/{recordRef}/break-glass', order));
    if (opened.faults) return this.show(visit, recordRef, { entries, faults: opened.faults });
    const { id: grant, until } = opened.done;
    await this.glasses.put(visit, { grant, recordRef, ownerName: OWNER_NOT_SAID, until });
    await this.cases.open(visit, { recordRef, purpose });
    return seeOther(`/console/mash/children/${encodeURIComponent(recordRef)}`);
  }

  private show(
    visit: Visit,
    recordRef: string,
    form: Readonly<{ entries: object; faults?: FormFaults }>,
  ): string {
    const path = `/console/mash/children/${encodeURIComponent(recordRef)}`;
    return this.pages.show(visit, 'mash/glass/glass.njk', {
      ...{ action: `${path}/open`, back: '/console/mash', ownerName: 'the authority', isByReference: true },
      ...{ purposes: EMERGENCY_PURPOSES, form: { ...form, key: newKey() } },
    });
  }
}
