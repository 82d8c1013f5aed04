import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
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
import { asked, doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { headed } from '../parts/crumbs';
import { fresh, shownAgain } from '../../frame/filling';
import * as course from './course.page';
import type { Act } from './course.page';
import { draftOf } from './draft';
import { draftPath } from './draft.page';
import { ShownOnce } from './shown-once';
import { SubscriptionDrafts } from './subscription-drafts';
import {
  PATH,
  SUBSCRIPTIONS_CRUMB,
  SUBSCRIPTION_DONE,
  subscriptionPage,
  subscriptionsPage,
} from './subscriptions.page';
import type { Subscription } from './subscription.words';

@Controller('governance/subscriptions')
@ForRoles('governance', 'duty-desk')
export class SubscriptionsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SubscriptionDrafts) private readonly drafts: SubscriptionDrafts,
    @Inject(ShownOnce) private readonly secrets: ShownOnce,
  ) {}

  @Get()
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const all = asked(query, 'state') === 'all';
    const answer = await visit.api.get('/v1/subscriptions', {
      params: { query: all ? { state: 'all' } : {} },
    });
    const drafts = (await this.drafts.list(visit)).map(({ id, value }) => ({
      ...{ text: value.name === '' ? 'Without a name yet' : value.name, href: draftPath(id, 'check') },
    }));
    const model = subscriptionsPage(answer, { all, drafts, done: doneIn(query, SUBSCRIPTION_DONE) });
    return this.pages.show(visit, 'governance/subscriptions/subscriptions.njk', model);
  }

  @Get(':id')
  @Page()
  async one(@CurrentVisit() visit: Visit, @Param('id') id: string, @Query() query: Asked): Promise<string> {
    const model = subscriptionPage(await this.find(visit, id), doneIn(query, SUBSCRIPTION_DONE), fresh().key);
    return this.pages.show(visit, 'governance/subscriptions/subscription.njk', model);
  }

  @Get(':id/secret')
  @Page()
  async secret(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const one = await this.find(visit, id);
    const back = `${PATH}/${one.id}`;
    const heading = headed('Secret of your subscription', SUBSCRIPTIONS_CRUMB, {
      text: one.name,
      href: back,
    });
    const secret = await this.secrets.take(visit, one.id);
    return this.pages.show(visit, 'governance/subscriptions/secret.njk', { ...heading, back, secret });
  }

  @Post(':id/change')
  @Moves()
  async change(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    return seeOther(
      draftPath(await this.drafts.begin(visit, draftOf(await this.find(visit, id))), 'details'),
    );
  }

  @Post(':id/resume')
  @Moves()
  async resume(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const call = { params: { path: { id } }, key: formOf(body).text('key') };
    const { faults } = await attempt(() => visit.api.post('/v1/subscriptions/{id}/resume', call));
    return seeOther(`${PATH}/${encodeURIComponent(id)}${faults ? '' : '?done=resumed'}`);
  }

  @Get(':id/:act')
  @Page()
  async actForm(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('act') act: string,
  ): Promise<string> {
    if (!course.isAct(act)) throw new NotFoundException();
    const model = course.actPage(await this.find(visit, id), act, fresh(course.ACT_ENTRIES[act]));
    return this.pages.show(visit, 'governance/subscriptions/act.njk', model);
  }

  @Post(':id/:act')
  @TakesForm()
  async act(
    @CurrentVisit() visit: Visit,
    @Param() { id, act }: Readonly<{ id: string; act: string }>,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    if (!course.isAct(act)) throw new NotFoundException();
    const form = formOf(body);
    const wrong = course.actFaults(act, form);
    const { faults, done } = wrong
      ? { faults: wrong }
      : await attempt(() => this.send(visit, { id, act, form }));
    if (done !== undefined) return seeOther(`${PATH}/${encodeURIComponent(id)}${done}`);
    const again = shownAgain(form, course.inForm(faults), ['confirms']);
    const model = course.actPage(await this.find(visit, id), act, again);
    return this.pages.show(visit, 'governance/subscriptions/act.njk', model);
  }

  /** Returns what of the address comes after the subscription's. */
  private async send(
    visit: Visit,
    { id, act, form }: Readonly<{ id: string; act: Act; form: Form }>,
  ): Promise<string> {
    const call = { params: { path: { id } }, key: form.text('key') };
    switch (act) {
      case 'pause':
        await visit.api.post('/v1/subscriptions/{id}/pause', { ...call, body: course.pauseIn(form) });
        return '?done=paused';
      case 'close':
        await visit.api.post('/v1/subscriptions/{id}/close', { ...call, body: course.closeIn(form) });
        return '?done=closed';
      case 'replay':
        await visit.api.post('/v1/subscriptions/{id}/replay', { ...call, body: course.replayIn(form) });
        return '?done=replayed';
      case 'rotate': {
        const { secret } = await visit.api.post('/v1/subscriptions/{id}/secrets', {
          ...call,
          body: course.rotateIn(form),
        });
        if (secret) await this.secrets.hold(visit, id, secret);
        return '/secret';
      }
    }
  }

  private find(visit: Visit, id: string): Promise<Subscription> {
    return visit.api.get('/v1/subscriptions/{id}', { params: { path: { id } } });
  }
}
