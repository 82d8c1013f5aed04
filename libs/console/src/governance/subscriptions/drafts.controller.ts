import { Body, Controller, Get, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import type { Form } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Moves, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { changesOf, emptyDraft, openingOf } from './draft';
import type { Draft } from './draft';
import { FILTER_LISTS, draftPath, fillingOf, stepPage } from './draft.page';
import { afterStep, firstOpen, isStep, put, stepFaults } from './draft.rules';
import type { Step } from './draft.rules';
import { LOOK_AT } from './filter-test.page';
import { ShownOnce } from './shown-once';
import { SubscriptionDrafts } from './subscription-drafts';
import { PATH } from './subscriptions.page';

type Begun = Readonly<{ id: string; draft: Draft; step: Step; form: Filling }>;

@Controller('governance/subscriptions/drafts')
@ForRoles('governance', 'duty-desk')
export class SubscriptionDraftsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SubscriptionDrafts) private readonly drafts: SubscriptionDrafts,
    @Inject(ShownOnce) private readonly secrets: ShownOnce,
  ) {}

  @Post()
  @Moves()
  async begin(@CurrentVisit() visit: Visit): Promise<SeeOther> {
    return seeOther(draftPath(await this.drafts.begin(visit, emptyDraft()), 'channel'));
  }

  @Post(':id/discard')
  @Moves()
  async discard(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    await this.drafts.remove(visit, id);
    return seeOther(PATH);
  }

  @Get(':id/:step')
  @Page()
  async step(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('step') name: string,
  ): Promise<string> {
    const draft = await this.drafts.get(visit, id);
    if (!isStep(name)) throw new NotFoundException();
    const step = name === 'check' || draft.channel === '' ? firstOpen(draft) : name;
    return this.show(visit, { id, draft, step, form: fillingOf(step, draft) });
  }

  @Post(':id/:step')
  @TakesForm()
  async answer(
    @CurrentVisit() visit: Visit,
    @Param() { id, step }: Readonly<{ id: string; step: string }>,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const draft = await this.drafts.get(visit, id);
    if (!isStep(step)) throw new NotFoundException();
    if (draft.sent !== undefined) return seeOther(draft.sent);
    const form = formOf(body);
    const faults = stepFaults(step, form, draft);
    if (faults) return this.show(visit, { id, draft, step, form: shownAgain(form, faults, FILTER_LISTS) });
    if (step === 'check') return this.send(visit, { id, draft, form });
    const answered = put(step, form, draft);
    await this.drafts.put(visit, id, answered);
    const open = firstOpen(answered);
    return seeOther(draftPath(id, open === 'check' && step !== 'channel' ? open : afterStep(step, answered)));
  }

  private async send(
    visit: Visit,
    { id, draft, form }: Readonly<{ id: string; draft: Draft; form: Form }>,
  ): Promise<FormAnswer> {
    const key = form.text('key');
    const confirms = form.text('confirms') === 'yes';
    const { subscription } = draft;
    const { faults, done } = await attempt(() =>
      subscription === undefined
        ? visit.api.post('/v1/subscriptions', { body: openingOf(draft, confirms), key })
        : visit.api.post('/v1/subscriptions/{id}/changes', {
            ...{ params: { path: { id: subscription } }, body: changesOf(draft, confirms), key },
          }),
    );
    if (faults) return this.show(visit, { id, draft, step: 'check', form: shownAgain(form, faults) });
    const page = `${PATH}/${done.id}`;
    const sent = done.secret
      ? `${page}/secret`
      : `${page}?done=${subscription === undefined ? 'opened' : 'changed'}`;
    if (done.secret) await this.secrets.hold(visit, done.id, done.secret);
    await this.drafts.sent(visit, id, { ...draft, sent });
    return seeOther(sent);
  }

  private async show(visit: Visit, { id, draft, step, form }: Begun): Promise<string> {
    const [desks, test] = await Promise.all([
      step === 'details' ? visit.api.get('/v1/desks') : { desks: [] },
      step === 'check' && draft.channel !== 'bus'
        ? visit.api.post('/v1/subscriptions/test', { body: { filter: draft.filter, last: LOOK_AT } })
        : undefined,
    ]);
    const more = { form, desks: desks.desks.map(({ desk }) => desk), test };
    return this.pages.show(visit, 'governance/subscriptions/draft-step.njk', stepPage(draft, id, step, more));
  }
}
