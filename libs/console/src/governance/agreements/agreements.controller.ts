import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Moves, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import { hasRole } from '../../frame/visit';
import type { Visit } from '../../frame/visit';
import { doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { goingFaults, goingIn, goingPage, signFaults, signPage, signedIn } from './acts.page';
import { AgreementDrafts } from './agreement-drafts';
import { newestOf } from './agreement.words';
import type { Agreement } from './agreement.words';
import { AGREEMENT_DONE, PATH, agreementPage, agreementsPage } from './agreements.page';
import { draftFrom } from './draft';
import { draftPath } from './draft.page';

type Act = 'leave' | 'end';

@Controller('governance/agreements')
@ForRoles('governance')
export class AgreementsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AgreementDrafts) private readonly drafts: AgreementDrafts,
  ) {}

  @Get()
  @ForRoles('governance', 'duty-desk', 'mash')
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const mayPropose = hasRole(visit, 'governance');
    const kept = mayPropose ? await this.drafts.list(visit) : [];
    const drafts = kept.map(({ id, value }) => ({
      ...{ text: value.title === '' ? 'Draft without a title' : value.title, href: draftPath(id, 'check') },
    }));
    const more = {
      ...{ authority: visit.authority, mayPropose, drafts },
      done: doneIn(query, AGREEMENT_DONE),
    };
    const model = agreementsPage(await visit.api.get('/v1/agreements'), more);
    return this.pages.show(visit, 'governance/agreements/agreements.njk', model);
  }

  @Get(':id')
  @ForRoles('governance', 'duty-desk', 'mash')
  @Page()
  async one(@CurrentVisit() visit: Visit, @Param('id') id: string, @Query() query: Asked): Promise<string> {
    const more = {
      ...{ authority: visit.authority, isGovernance: hasRole(visit, 'governance') },
      done: doneIn(query, AGREEMENT_DONE),
    };
    const model = agreementPage(await this.find(visit, id), more);
    return this.pages.show(visit, 'governance/agreements/agreement.njk', model);
  }

  @Post(':id/amend')
  @Moves()
  async amend(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    const agreement = await this.find(visit, id);
    const newest = newestOf(agreement);
    if (!newest) return seeOther(`${PATH}/${id}`);
    return seeOther(draftPath(await this.drafts.begin(visit, draftFrom(agreement.id, newest)), 'about'));
  }

  @Get(':id/sign')
  @Page()
  async signForm(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    return this.showSigning(visit, await this.find(visit, id), fresh());
  }

  @Post(':id/sign')
  @TakesForm()
  async sign(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const call = { params: { path: { id } }, body: signedIn(form), key: form.text('key') };
    const wrong = signFaults(form);
    const { faults } = wrong
      ? { faults: wrong }
      : await attempt(() => visit.api.post('/v1/agreements/{id}/signature', call));
    if (!faults) return seeOther(`${PATH}/${encodeURIComponent(id)}?done=signed`);
    return this.showSigning(visit, await this.find(visit, id), shownAgain(form, faults, ['read']));
  }

  @Get(':id/leave')
  @Page()
  async leaveForm(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    return this.showGoing(visit, await this.find(visit, id), { act: 'leave', form: fresh() });
  }

  @Get(':id/end')
  @Page()
  async endForm(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    return this.showGoing(visit, await this.find(visit, id), { act: 'end', form: fresh() });
  }

  @Post(':id/leave')
  @TakesForm()
  leave(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<FormAnswer> {
    return this.go(visit, { id, act: 'leave', body });
  }

  @Post(':id/end')
  @TakesForm()
  end(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<FormAnswer> {
    return this.go(visit, { id, act: 'end', body });
  }

  private async go(
    visit: Visit,
    { id, act, body }: Readonly<{ id: string; act: Act; body: unknown }>,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const call = { params: { path: { id } }, body: goingIn(form), key: form.text('key') };
    const wrong = goingFaults(form);
    const send = () =>
      act === 'leave'
        ? visit.api.post('/v1/agreements/{id}/withdrawal', call)
        : visit.api.post('/v1/agreements/{id}/end', call);
    const { faults } = wrong ? { faults: wrong } : await attempt(send);
    if (!faults)
      return seeOther(`${PATH}/${encodeURIComponent(id)}?done=${act === 'leave' ? 'left' : 'ended'}`);
    return this.showGoing(visit, await this.find(visit, id), { act, form: shownAgain(form, faults) });
  }

  private find(visit: Visit, id: string): Promise<Agreement> {
    return visit.api.get('/v1/agreements/{id}', { params: { path: { id } } });
  }

  private showSigning(visit: Visit, agreement: Agreement, form: Filling): string {
    return this.pages.show(
      visit,
      'governance/agreements/sign.njk',
      signPage(agreement, visit.authority, form),
    );
  }

  private showGoing(
    visit: Visit,
    agreement: Agreement,
    { act, form }: Readonly<{ act: Act; form: Filling }>,
  ): string {
    return this.pages.show(visit, 'governance/agreements/going.njk', goingPage(agreement, act, form));
  }
}
