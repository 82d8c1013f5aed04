import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import type { Form } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { asked, askedNumber, doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { LOOK_AT, testPage } from './filter-test.page';
import { asidePage, attemptsPage, isOutcome } from './mending.page';
import { SUBSCRIPTION_DONE } from './subscriptions.page';

const toWhole = (form: Form): readonly number[] =>
  form
    .list('sequences')
    .filter((text) => /^\d{1,15}$/.test(text))
    .map(Number);

const NONE_CHOSEN = faultsOf({ sequences: 'Choose at least one entry, or send all of them' });

/** What became of single entries of a subscription. */
@Controller('governance/subscriptions/:id')
@ForRoles('governance', 'duty-desk')
export class MendingController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get('test')
  @Page()
  async test(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const params = { path: { id } };
    const [one, test] = await Promise.all([
      visit.api.get('/v1/subscriptions/{id}', { params }),
      visit.api.post('/v1/subscriptions/{id}/test', { params, body: { last: LOOK_AT } }),
    ]);
    return this.pages.show(visit, 'governance/subscriptions/test.njk', testPage(one, test));
  }

  @Get('attempts')
  @Page()
  async attempts(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Query() query: Asked,
  ): Promise<string> {
    const outcome = asked(query, 'outcome');
    const before = askedNumber(query, 'before');
    const wanted = {
      ...(isOutcome(outcome) ? { outcome } : {}),
      ...(before === undefined ? {} : { before }),
      limit: 50,
    };
    const [one, tries] = await Promise.all([
      visit.api.get('/v1/subscriptions/{id}', { params: { path: { id } } }),
      visit.api.get('/v1/subscriptions/{id}/attempts', { params: { path: { id }, query: wanted } }),
    ]);
    const shown = {
      outcome: isOutcome(outcome) ? outcome : '',
      before: before === undefined ? '' : String(before),
    };
    return this.pages.show(visit, 'governance/subscriptions/attempts.njk', attemptsPage(one, tries, shown));
  }

  @Get('set-aside')
  @Page()
  aside(@CurrentVisit() visit: Visit, @Param('id') id: string, @Query() query: Asked): Promise<string> {
    const more = {
      form: fresh(),
      done: doneIn(query, SUBSCRIPTION_DONE),
      after: askedNumber(query, 'after'),
    };
    return this.showAside(visit, id, more);
  }

  @Post('set-aside/redrive')
  @TakesForm()
  async redrive(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const sequences = [...toWhole(form)];
    const isAll = form.text('which') === 'all';
    if (!isAll && sequences.length === 0)
      return this.showAside(visit, id, { form: shownAgain(form, NONE_CHOSEN) });
    const call = { params: { path: { id } }, body: isAll ? {} : { sequences }, key: form.text('key') };
    const { faults } = await attempt(() => visit.api.post('/v1/subscriptions/{id}/set-aside/redrive', call));
    if (faults) return this.showAside(visit, id, { form: shownAgain(form, faults) });
    return seeOther(`/console/governance/subscriptions/${encodeURIComponent(id)}/set-aside?done=redriven`);
  }

  private async showAside(
    visit: Visit,
    id: string,
    { form, done, after }: Readonly<{ form: Filling; done?: string | undefined; after?: number | undefined }>,
  ): Promise<string> {
    const path = { id };
    const [one, aside] = await Promise.all([
      visit.api.get('/v1/subscriptions/{id}', { params: { path } }),
      visit.api.get('/v1/subscriptions/{id}/set-aside', {
        params: { path, query: after === undefined ? {} : { after } },
      }),
    ]);
    const model = asidePage(one, aside, { form, done, isLater: after !== undefined });
    return this.pages.show(visit, 'governance/subscriptions/set-aside.njk', model);
  }
}
