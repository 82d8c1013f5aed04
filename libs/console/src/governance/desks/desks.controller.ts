import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { DESK_DONE, PATH, deskFaults, deskFilling, deskIn, deskPage, desksPage } from './desks.page';
import type { Desk } from './desks.page';
import { atSteps, stepsFaults, stepsFilling, stepsIn, stepsPage } from './escalation.page';

@Controller('governance/desks')
@ForRoles('governance', 'duty-desk')
export class DesksController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const model = desksPage(await visit.api.get('/v1/desks'), doneIn(query, DESK_DONE));
    return this.pages.show(visit, 'governance/desks/desks.njk', model);
  }

  @Get('new')
  @Page()
  blank(@CurrentVisit() visit: Visit): string {
    return this.showDesk(visit, deskFilling());
  }

  @Get('desk/:desk')
  @Page()
  async desk(@CurrentVisit() visit: Visit, @Param('desk') name: string): Promise<string> {
    const desk = await this.find(visit, name);
    return this.showDesk(visit, deskFilling(desk), desk);
  }

  @Post('new')
  @TakesForm()
  name(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    return this.save(visit, body);
  }

  @Post('desk/:desk')
  @TakesForm()
  async rename(
    @CurrentVisit() visit: Visit,
    @Param('desk') name: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    return this.save(visit, body, await this.find(visit, name));
  }

  @Get('steps')
  @Page()
  newSteps(@CurrentVisit() visit: Visit): Promise<string> {
    return this.showSteps(visit, fresh(), '');
  }

  @Get('steps/:kind')
  @Page()
  async steps(@CurrentVisit() visit: Visit, @Param('kind') kind: string): Promise<string> {
    const { escalations } = await visit.api.get('/v1/desks');
    const set = escalations.find((one) => one.kind === kind);
    if (!set) throw new NotFoundException();
    return this.showSteps(visit, stepsFilling(kind, set.steps), kind);
  }

  @Post('steps')
  @TakesForm()
  setNew(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    return this.saveSteps(visit, body, '');
  }

  @Post('steps/:kind')
  @TakesForm()
  set(@CurrentVisit() visit: Visit, @Param('kind') kind: string, @Body() body: unknown): Promise<FormAnswer> {
    return this.saveSteps(visit, body, kind);
  }

  private async save(visit: Visit, body: unknown, desk?: Desk): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = deskFaults(form);
    const call = { body: deskIn(form), key: form.text('key') };
    const { faults } = wrong ? { faults: wrong } : await attempt(() => visit.api.post('/v1/desks', call));
    return faults
      ? this.showDesk(visit, shownAgain(form, faults, ['days']), desk)
      : seeOther(`${PATH}?done=named`);
  }

  private async saveSteps(visit: Visit, body: unknown, kind: string): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = stepsFaults(form);
    const call = { body: { kind: form.text('kind'), steps: [...stepsIn(form)] }, key: form.text('key') };
    const { faults } = wrong
      ? { faults: wrong }
      : await attempt(() => visit.api.post('/v1/desks/escalations', call));
    return faults
      ? this.showSteps(visit, shownAgain(form, atSteps(faults)), kind)
      : seeOther(`${PATH}?done=set`);
  }

  private async find(visit: Visit, name: string): Promise<Desk> {
    const { desks } = await visit.api.get('/v1/desks');
    const desk = desks.find((one) => one.desk === name);
    if (!desk) throw new NotFoundException();
    return desk;
  }

  private showDesk(visit: Visit, form: Filling, desk?: Desk): string {
    return this.pages.show(visit, 'governance/desks/desk.njk', deskPage(form, desk));
  }

  private async showSteps(visit: Visit, form: Filling, kind: string): Promise<string> {
    const { desks } = await visit.api.get('/v1/desks');
    return this.pages.show(visit, 'governance/desks/steps.njk', stepsPage(form, desks, kind));
  }
}
