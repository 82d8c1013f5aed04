import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles } from '../../frame/page.decorators';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { keyIn } from '../parts/post-key';
import { CasePair } from './case-pair';
import { markIn } from './marks';

type Verdict = 'same' | 'different';
const verdictIn = (said: string): Verdict | undefined =>
  said === 'same' || said === 'different' ? said : undefined;

const RATIONALE = 'Enter why you think so';
const pathOf = (id: string): string => `/console/mash/links/${encodeURIComponent(id)}`;

/** What people say of two records. Nothing is decided without a reason. */
@Controller('mash/links/:id')
@ForRoles('mash', 'governance')
export class LinkDecisionsController {
  constructor(@Inject(CasePair) private readonly pair: CasePair) {}

  @Post('decision')
  @TakesForm()
  async decide(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const [said, rationale] = [form.text('decision'), form.text('rationale')];
    const decision = verdictIn(said);
    if (decision === undefined || rationale === '')
      return this.pair.show(visit, id, {
        entries: form.entries,
        faults: faultsOf({
          ...(decision === undefined ? { decision: 'Select whether they are one child' } : {}),
          ...(rationale === '' ? { rationale: RATIONALE } : {}),
        }),
      });
    const order = { params: { path: { id } }, body: { decision, rationale }, key: keyIn(form) };
    const { faults } = await attempt(() => visit.api.post('/v1/links/{id}/decisions', order));
    return faults ? this.pair.show(visit, id, { entries: form.entries, faults }) : seeOther(pathOf(id));
  }

  @Post('unlink')
  @TakesForm()
  async unlink(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const { entries } = form;
    const reason = form.text('reason');
    if (reason === '')
      return this.pair.showUnlink(visit, id, {
        entries,
        faults: faultsOf({ reason: 'Enter why the link was wrong' }),
      });
    const order = { params: { path: { id } }, body: { reason }, key: keyIn(form) };
    const { faults } = await attempt(() => visit.api.post('/v1/links/{id}/unlink', order));
    return faults ? this.pair.showUnlink(visit, id, { entries, faults }) : seeOther(pathOf(id));
  }

  @Post('forbid')
  @TakesForm()
  async forbid(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const { entries } = form;
    const [kind, rationale] = [markIn(form.text('kind')), form.text('rationale')];
    if (kind === undefined || rationale === '') {
      const faults = faultsOf({
        ...(kind === undefined ? { kind: 'Select why they are kept apart' } : {}),
        ...(rationale === '' ? { rationale: 'Enter what it rests on' } : {}),
      });
      return this.pair.showForbid(visit, id, { entries, faults });
    }
    const order = { body: { pair: id, kind, rationale }, key: keyIn(form) };
    const { faults } = await attempt(() => visit.api.post('/v1/links/forbidden', order));
    return faults ? this.pair.showForbid(visit, id, { entries, faults }) : seeOther(pathOf(id));
  }

  @Post('lifting')
  @TakesForm()
  async lift(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const { entries } = form;
    const rationale = form.text('rationale');
    if (rationale === '')
      return this.pair.show(visit, id, { entries, faults: faultsOf({ rationale: RATIONALE }) });
    const order = { params: { path: { id } }, body: { rationale }, key: keyIn(form) };
    const { faults } = await attempt(() => visit.api.post('/v1/links/{id}/lifting', order));
    return faults ? this.pair.show(visit, id, { entries, faults }) : seeOther(pathOf(id));
  }
}
