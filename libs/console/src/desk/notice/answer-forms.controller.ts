import { Body, Controller, Get, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { newKey } from '../form-key';
import { entryAt } from '../mailbox/mailbox-window';
import type { ActionBody } from './action.body';
import { ACTION_ITEMS, actionBody } from './action.form';
import { toSequence } from './sequence';

type Refilled = Readonly<{ faults?: FormFaults | undefined; entries?: Readonly<Record<string, string>> }>;
type FormPage = 'action' | 'question';

const doneAt = (sequence: string, done: string): FormAnswer =>
  seeOther(`/console/desk/inbox/${String(toSequence(sequence))}?done=${done}`);

/** What somebody says back about an entry: what was done, or a question. */
@Controller('desk/inbox/:sequence')
@ForRoles('duty-desk', 'mash', 'placing-practitioner')
export class AnswerFormsController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get('action')
  @Page()
  actionForm(@CurrentVisit() visit: Visit, @Param('sequence') sequence: string): Promise<string> {
    return this.show(visit, sequence, 'action');
  }

  @Post('action')
  @TakesForm()
  async act(
    @CurrentVisit() visit: Visit,
    @Param('sequence') sequence: string,
    @Body() posted: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(posted);
    const body = actionBody(form);
    const faults = body
      ? await this.record(visit, sequence, { body, key: form.text('key') })
      : faultsOf({ action: 'Select what was done' });
    if (faults) return this.show(visit, sequence, 'action', { faults, entries: form.entries });
    return doneAt(sequence, 'recorded');
  }

  @Get('question')
  @Page()
  questionForm(@CurrentVisit() visit: Visit, @Param('sequence') sequence: string): Promise<string> {
    return this.show(visit, sequence, 'question');
  }

  @Post('question')
  @TakesForm()
  async ask(
    @CurrentVisit() visit: Visit,
    @Param('sequence') sequence: string,
    @Body() posted: unknown,
  ): Promise<FormAnswer> {
    const { text, entries } = formOf(posted);
    const faults =
      text('text') === ''
        ? faultsOf({ text: 'Enter your question' })
        : (
            await attempt(() =>
              visit.api.post('/v1/inbox/{sequence}/queries', {
                params: { path: { sequence } },
                body: { text: text('text') },
                key: text('key'),
              }),
            )
          ).faults;
    if (faults) return this.show(visit, sequence, 'question', { faults, entries });
    return doneAt(sequence, 'asked');
  }

  private async record(
    { api }: Visit,
    sequence: string,
    order: Readonly<{ body: ActionBody; key: string }>,
  ): Promise<FormFaults | undefined> {
    const { faults } = await attempt(() =>
      api.post('/v1/inbox/{sequence}/actions', { params: { path: { sequence } }, ...order }),
    );
    return faults;
  }

  private async show(
    visit: Visit,
    sequence: string,
    page: FormPage,
    { faults, entries = {} }: Refilled = {},
  ): Promise<string> {
    const found = await entryAt(visit.api, toSequence(sequence));
    if (!found) throw new NotFoundException();
    return this.pages.show(visit, `desk/notice/${page}.njk`, {
      ...{ entry: found, here: `/console/desk/inbox/${sequence}` },
      actions: ACTION_ITEMS,
      form: { entries, faults, key: newKey() },
    });
  }
}
