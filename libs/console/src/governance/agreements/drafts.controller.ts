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
import { fresh, shownAgain } from '../../frame/filling';
import { AgreementDrafts } from './agreement-drafts';
import { emptyDraft, nextClauseId, termsOf } from './draft';
import type { Draft } from './draft';
import { clausePage, draftPath, fillingOf, firstOpen, stepPage } from './draft.page';
import { RULES, afterStep, clauseFaults, clauseIn, isStep, stepFaults } from './draft.rules';
import type { Step } from './draft.rules';

const LIST = '/console/governance/agreements';
const CLAUSE_LISTS = ['types', 'from', 'to', 'directions', 'urgencies'];

@Controller('governance/agreements/drafts')
@ForRoles('governance')
export class AgreementDraftsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AgreementDrafts) private readonly drafts: AgreementDrafts,
  ) {}

  @Post()
  @Moves()
  async begin(@CurrentVisit() visit: Visit): Promise<SeeOther> {
    const id = await this.drafts.begin(visit, emptyDraft(visit.authority));
    return seeOther(draftPath(id, 'about'));
  }

  @Get(':id/add-clause')
  @Page()
  async clause(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const model = clausePage(await this.drafts.get(visit, id), id, fresh({ who: 'all' }));
    return this.pages.show(visit, 'governance/agreements/clause.njk', model);
  }

  @Post(':id/add-clause')
  @TakesForm()
  async addClause(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const draft = await this.drafts.get(visit, id);
    const form = formOf(body);
    const faults = clauseFaults(form);
    if (faults) {
      const model = clausePage(draft, id, shownAgain(form, faults, CLAUSE_LISTS));
      return this.pages.show(visit, 'governance/agreements/clause.njk', model);
    }
    const clauses = [...draft.clauses, clauseIn(form, nextClauseId(draft))];
    await this.drafts.put(visit, id, { ...draft, clauses });
    return seeOther(draftPath(id, 'clauses'));
  }

  @Post(':id/remove-clause')
  @Moves()
  async removeClause(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const draft = await this.drafts.get(visit, id);
    const clauses = draft.clauses.filter((clause) => clause.id !== formOf(body).text('clause'));
    await this.drafts.put(visit, id, { ...draft, clauses });
    return seeOther(draftPath(id, 'clauses'));
  }

  @Post(':id/discard')
  @Moves()
  async discard(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    await this.drafts.remove(visit, id);
    return seeOther(LIST);
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
    const step = name === 'check' ? firstOpen(draft) : name;
    const model = stepPage(draft, id, step, fillingOf(step, draft));
    return this.pages.show(visit, 'governance/agreements/draft-step.njk', model);
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
    if (faults) {
      const model = stepPage(draft, id, step, shownAgain(form, faults, ['parties']));
      return this.pages.show(visit, 'governance/agreements/draft-step.njk', model);
    }
    return step === 'check'
      ? this.propose(visit, { id, draft, form })
      : this.goOn(visit, { id, draft, form, step });
  }

  private async goOn(
    visit: Visit,
    { id, draft, form, step }: Readonly<{ id: string; draft: Draft; form: Form; step: Step }>,
  ): Promise<SeeOther> {
    const answered = RULES[step].put(form, draft, visit.authority);
    await this.drafts.put(visit, id, answered);
    const open = firstOpen(answered);
    return seeOther(draftPath(id, open === 'check' ? open : afterStep(step)));
  }

  private async propose(
    visit: Visit,
    { id, draft, form }: Readonly<{ id: string; draft: Draft; form: Form }>,
  ) {
    const call = { body: termsOf(draft), key: form.text('key') };
    const { agreement } = draft;
    const { faults, done } = await attempt(() =>
      agreement === undefined
        ? visit.api.post('/v1/agreements', call)
        : visit.api.post('/v1/agreements/{id}/amendments', { ...call, params: { path: { id: agreement } } }),
    );
    if (faults) {
      const model = stepPage(draft, id, 'check', shownAgain(form, faults));
      return this.pages.show(visit, 'governance/agreements/draft-step.njk', model);
    }
    const sent = `${LIST}/${done.id}?done=${agreement === undefined ? 'proposed' : 'amended'}`;
    await this.drafts.sent(visit, id, { ...draft, sent });
    return seeOther(sent);
  }
}
