import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { ownRecord } from '../../frame/own-record';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import { hasRole } from '../../frame/visit';
import type { Visit } from '../../frame/visit';
import { doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import * as page from './records.page';

const NOT_KNOWN = faultsOf({
  localId: 'Your authority has told IBEX of no child with this number. Check it',
});
type At = Readonly<{ ref: string; form: Filling; done?: string | undefined }>;

@Controller('governance/records')
@ForRoles('governance', 'placing-practitioner')
export class RecordsController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  search(@CurrentVisit() visit: Visit): string {
    return this.pages.show(visit, 'governance/records/find.njk', page.findPage(fresh({ by: 'localId' })));
  }

  @Post()
  @TakesForm()
  async find(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = page.findFaults(form);
    if (wrong) return this.searchAgain(visit, shownAgain(form, wrong));
    if (form.text('by') === 'recordRef') return seeOther(`${page.PATH}/${form.text('recordRef')}`);
    const found = await ownRecord(visit.api, form.text('localId'));
    return found === undefined
      ? this.searchAgain(visit, shownAgain(form, NOT_KNOWN))
      : seeOther(`${page.PATH}/${found}`);
  }

  @Get(':ref')
  @Page()
  record(@CurrentVisit() visit: Visit, @Param('ref') ref: string, @Query() query: Asked): Promise<string> {
    return this.show(visit, { ref, form: fresh(), done: doneIn(query, page.RECORD_DONE) });
  }

  @Post(':ref')
  @TakesForm()
  async restrict(
    @CurrentVisit() visit: Visit,
    @Param('ref') ref: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const label = form.text('newLabel');
    const wrong = page.restrictFaults(form);
    if (wrong || !page.isLabel(label))
      return this.show(visit, { ref, form: shownAgain(form, wrong ?? faultsOf({}), ['understood']) });
    const call = {
      params: { path: { recordRef: ref } },
      body: { label, reason: form.text('reason') },
      key: form.text('key'),
    };
    const { faults } = await attempt(() => visit.api.post('/v1/records/{recordRef}/restrictions', call));
    if (!faults) return seeOther(`${page.PATH}/${encodeURIComponent(ref)}?done=restricted`);
    return this.show(visit, { ref, form: shownAgain(form, page.atNewLabel(faults), ['understood']) });
  }

  @Post(':ref/:label/lift')
  @TakesForm()
  async lift(
    @CurrentVisit() visit: Visit,
    @Param() { ref, label }: Readonly<{ ref: string; label: string }>,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    if (!page.isLabel(label)) throw new NotFoundException();
    const form = formOf(body);
    const call = {
      params: { path: { recordRef: ref, label } },
      body: { reason: form.text(`reason-${label}`) },
      key: form.text('key'),
    };
    const wrong = page.liftFaults(form, label);
    const { faults } = wrong
      ? { faults: wrong }
      : await attempt(() => visit.api.post('/v1/records/{recordRef}/restrictions/{label}/lifting', call));
    return faults
      ? this.show(visit, { ref, form: shownAgain(form, faults) })
      : seeOther(`${page.PATH}/${encodeURIComponent(ref)}?done=proposed`);
  }

  @Post(':ref/:label/agree')
  @TakesForm()
  async agree(
    @CurrentVisit() visit: Visit,
    @Param() { ref, label }: Readonly<{ ref: string; label: string }>,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    if (!page.isLabel(label)) throw new NotFoundException();
    const form = formOf(body);
    const call = { params: { path: { recordRef: ref, label } }, key: form.text('key') };
    const send = () => visit.api.post('/v1/records/{recordRef}/restrictions/{label}/lifting/agreement', call);
    const { faults } = await attempt(send);
    return faults
      ? this.show(visit, { ref, form: shownAgain(form, faults) })
      : seeOther(`${page.PATH}/${encodeURIComponent(ref)}?done=lifted`);
  }

  private searchAgain(visit: Visit, form: Filling): string {
    return this.pages.show(visit, 'governance/records/find.njk', page.findPage(form));
  }

  private async show(visit: Visit, { ref, form, done }: At): Promise<string> {
    const answer = await visit.api.get('/v1/records/{recordRef}/restrictions', {
      params: { path: { recordRef: ref } },
    });
    const isGovernance = hasRole(visit, 'governance');
    const model = page.recordPage(answer, { form, done, person: visit.person, isGovernance });
    return this.pages.show(visit, 'governance/records/record.njk', model);
  }
}
