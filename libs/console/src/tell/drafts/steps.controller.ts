import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Moves, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { AuthoritiesNow } from '../authorities-now';
import { answered, faultsOfStep, firstOpen, stepAfter } from '../questions/check-step';
import { stepsAsked } from '../questions/question';
import type { Answers, Step } from '../questions/question';
import { stepsOf } from './draft';
import type { Draft } from './draft';
import { Drafts, newKey } from './drafts';
import type { KeptDraft } from './drafts';
import { Lookups } from './lookups';
import { stepPage } from './step.page';

type Place = Readonly<{ id: string; step: string }>;
type Open = Readonly<{ kept: KeptDraft; steps: readonly Step[]; step: Step }>;
type Again = Readonly<{ answers: Answers; faults: Readonly<Record<string, string>>; to: string }>;

/** Without the faults that the exchange found in what was just answered anew. */
const withoutFaultsOf = ({ faults }: Draft, step: Step): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(faults).filter(([name]) => !step.questions.some((question) => question.name === name)),
  );

@Controller('tell/drafts/:id')
@ForRoles('placing-practitioner', 'duty-desk', 'mash')
export class StepsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(Lookups) private readonly lookups: Lookups,
    @Inject(AuthoritiesNow) private readonly authorities: AuthoritiesNow,
  ) {}

  /** Where somebody goes on who comes back. */
  @Get()
  @Moves()
  async resume(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    const kept = await this.drafts.get(visit, id);
    if (kept.draft.sent !== undefined) return seeOther(`/console/tell/sent/${kept.draft.sent}`);
    const steps = stepsOf(kept.journey, kept.draft, this.authorities.nameOf);
    const { answers } = kept.draft;
    // where every question may be left empty, nothing is ready to be checked before the first was seen
    const isUntouched = Object.keys(answers).length === 0;
    const open = isUntouched ? steps[0] : firstOpen(steps, answers, this.authorities.today());
    return seeOther(`/console/tell/drafts/${id}/${open ? `steps/${open.id}` : 'check'}`);
  }

  @Get('steps/:step')
  @Page()
  async ask(@CurrentVisit() visit: Visit, @Param() place: Place, @Query('to') to?: string): Promise<string> {
    const open = await this.open(visit, place);
    const { answers, faults } = open.kept.draft;
    return this.show(visit, open, { answers, faults, to: to === 'check' ? to : '' });
  }

  @Post('steps/:step')
  @TakesForm()
  async answer(
    @CurrentVisit() visit: Visit,
    @Param() place: Place,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const open = await this.open(visit, place);
    const { kept, step } = open;
    const form = formOf(body);
    const answers = answered(step, kept.draft.answers, form);
    const isLater = form.text('then') === 'later';
    const faults = isLater ? {} : faultsOfStep(step, answers, this.authorities.today());
    const to = form.text('to') === 'check' || form.text('then') === 'check' ? 'check' : '';
    if (Object.keys(faults).length > 0) return this.show(visit, open, { answers, faults, to });
    const changed = { ...kept.draft, answers, faults: withoutFaultsOf(kept.draft, step), key: newKey() };
    const draft = isLater
      ? changed
      : await this.lookups.after(visit, { journey: kept.journey, draft: changed }, step.id);
    await this.drafts.save(visit, place.id, draft);
    return seeOther(isLater ? '/console/tell' : this.next({ ...kept, draft }, step, to));
  }

  private next({ id, draft, journey }: KeptDraft, { id: step }: Step, to: string): string {
    const steps = stepsOf(journey, draft, this.authorities.nameOf);
    const open = firstOpen(steps, draft.answers, this.authorities.today());
    // where the place was put right, the authority is asked for again
    const isAskedAgain = step === 'where' || step === 'child-numbers';
    const after = stepAfter(steps, draft.answers, step);
    if (to === 'check' && open === undefined && !isAskedAgain) return `/console/tell/drafts/${id}/check`;
    if (after === undefined) return `/console/tell/drafts/${id}/${open ? `steps/${open.id}` : 'check'}`;
    return `/console/tell/drafts/${id}/steps/${after.id}${to === 'check' ? '?to=check' : ''}`;
  }

  private async open(visit: Visit, { id, step: name }: Place): Promise<Open> {
    const kept = await this.drafts.get(visit, id);
    const steps = stepsOf(kept.journey, kept.draft, this.authorities.nameOf);
    const step = stepsAsked(steps, kept.draft.answers).find((each) => each.id === name);
    if (!step || kept.draft.sent !== undefined) throw new NotFoundException();
    return { kept, steps, step };
  }

  private async show(visit: Visit, open: Open, again: Again): Promise<string> {
    const authorities = await this.authorities.list(visit);
    return this.pages.show(
      visit,
      'tell/step.njk',
      stepPage({ ...open, ...again, authorities, today: this.authorities.today() }),
    );
  }
}
