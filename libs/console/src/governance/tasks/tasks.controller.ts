import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import { hasRole } from '../../frame/visit';
import type { Visit } from '../../frame/visit';
import { asked, askedNumber, doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { headed } from '../parts/crumbs';
import { shownAgain } from '../../frame/filling';
import { textFrom } from '../parts/raw-text';
import { letterFrom } from './letter.page';
import { PATH, TASKS_CRUMB, TASK_DONE, filterOf, taskPage, tasksPage, tasksWanted } from './tasks.page';
import type { Task } from './tasks.page';
import { atDay, toldFaults, toldFilling, toldIn, toldPage } from './told.page';

@Controller('governance/tasks')
@ForRoles('placing-practitioner', 'duty-desk')
export class TasksController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ForRoles('placing-practitioner', 'duty-desk', 'governance')
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const filter = filterOf(asked(query, 'show'));
    const after = askedNumber(query, 'after');
    const answer = await visit.api.get('/v1/tasks', { params: { query: tasksWanted(filter, after) } });
    const model = tasksPage(answer, { filter, isLater: after !== undefined, done: doneIn(query, TASK_DONE) });
    return this.pages.show(visit, 'governance/tasks/tasks.njk', model);
  }

  @Get(':id')
  @ForRoles('placing-practitioner', 'duty-desk', 'governance')
  @Page()
  async one(@CurrentVisit() visit: Visit, @Param('id') id: string, @Query() query: Asked): Promise<string> {
    const mayTell = hasRole(visit, 'placing-practitioner', 'duty-desk');
    const model = taskPage(await this.find(visit, id), { mayTell, done: doneIn(query, TASK_DONE) });
    return this.pages.show(visit, 'governance/tasks/task.njk', model);
  }

  @Get(':id/letter')
  @Page()
  async letter(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const task = await this.find(visit, id);
    const accept = 'text/plain';
    const params = { path: { id }, header: { accept } };
    const plain = await textFrom(
      visit.api.raw.GET('/v1/tasks/{id}/letter', { params, parseAs: 'text', headers: { accept } }),
    );
    const back = `${PATH}/${task.id}`;
    const heading = headed('Letter', TASKS_CRUMB, { text: `Tell ${task.recipientName}`, href: back });
    return this.pages.show(visit, 'governance/tasks/letter.njk', {
      ...heading,
      back,
      plain,
      letter: letterFrom(plain),
    });
  }

  @Get(':id/told')
  @Page()
  async toldForm(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const task = await this.find(visit, id);
    return this.pages.show(visit, 'governance/tasks/told.njk', toldPage(task, toldFilling(task)));
  }

  @Post(':id/told')
  @TakesForm()
  async told(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const task = await this.find(visit, id);
    const isCorrection = task.state === 'done';
    const wrong = toldFaults(form, this.clock.now());
    const call = { params: { path: { id } }, body: toldIn(form), key: form.text('key') };
    const send = () =>
      isCorrection
        ? visit.api.post('/v1/tasks/{id}/proof', call)
        : visit.api.post('/v1/tasks/{id}/done', call);
    const { faults } = wrong ? { faults: wrong } : await attempt(send);
    if (!faults)
      return seeOther(`${PATH}/${encodeURIComponent(id)}?done=${isCorrection ? 'corrected' : 'told'}`);
    return this.pages.show(
      visit,
      'governance/tasks/told.njk',
      toldPage(task, shownAgain(form, atDay(faults))),
    );
  }

  private find(visit: Visit, id: string): Promise<Task> {
    return visit.api.get('/v1/tasks/{id}', { params: { path: { id } } });
  }
}
