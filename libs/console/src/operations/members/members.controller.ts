import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { asked, doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { MEMBER_DONE, PATH, changeFaults, changePage, isChange, membersPage } from './members.page';
import type { Change } from './members.page';

type Of = Readonly<{ gss: string; change: string }>;

@Controller('operations/members')
@ForRoles('operator')
export class MembersController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const [members, authorities] = await Promise.all([
      visit.api.get('/v1/members'),
      visit.api.get('/v1/authorities'),
    ]);
    const more = { region: asked(query, 'region'), done: doneIn(query, MEMBER_DONE) };
    const model = membersPage(members, authorities, more);
    return this.pages.show(visit, 'operations/members/members.njk', model);
  }

  @Get(':gss/:change')
  @Page()
  form(@CurrentVisit() visit: Visit, @Param() { gss, change }: Of): Promise<string> {
    if (!isChange(change)) throw new NotFoundException();
    return this.show(visit, { gss, change, form: fresh() });
  }

  @Post(':gss/:change')
  @TakesForm()
  async change(
    @CurrentVisit() visit: Visit,
    @Param() { gss, change }: Of,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    if (!isChange(change)) throw new NotFoundException();
    const form = formOf(body);
    const wrong = changeFaults(form);
    const call = { params: { path: { gss } }, body: { reason: form.text('reason') }, key: form.text('key') };
    const send = () =>
      change === 'joined'
        ? visit.api.post('/v1/members/{gss}/joined', call)
        : visit.api.post('/v1/members/{gss}/left', call);
    const { faults } = wrong ? { faults: wrong } : await attempt(send);
    return faults
      ? this.show(visit, { gss, change, form: shownAgain(form, faults, ['sure']) })
      : seeOther(`${PATH}?done=${change}`);
  }

  private async show(
    visit: Visit,
    { gss, change, form }: Readonly<{ gss: string; change: Change; form: Filling }>,
  ): Promise<string> {
    const { authorities } = await visit.api.get('/v1/authorities');
    const authority = authorities.find((one) => one.gss === gss && one.endedOn === undefined);
    if (!authority) throw new NotFoundException();
    return this.pages.show(visit, 'operations/members/change.njk', changePage(authority, change, form));
  }
}
