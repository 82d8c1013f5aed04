import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { newKey } from '../form-key';
import { doneInWords } from './done-words';
import { noticePage } from './notice.page';
import { answersAbout } from './notice.reads';
import { toSequence } from './sequence';

type Shown = Readonly<{ done?: unknown; faults?: FormFaults; entries?: Readonly<Record<string, string>> }>;

/** One entry of the inbox: read it, take it on, answer what was asked about an own notice. */
@Controller('desk/inbox')
@ForRoles('duty-desk', 'mash', 'placing-practitioner')
export class NoticeController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':sequence')
  @Page()
  notice(
    @CurrentVisit() visit: Visit,
    @Param('sequence') sequence: string,
    @Query('done') done?: unknown,
  ): Promise<string> {
    return this.show(visit, toSequence(sequence), { done });
  }

  @Post(':sequence/acknowledgement')
  @TakesForm()
  async acknowledge(
    @CurrentVisit() visit: Visit,
    @Param('sequence') sequence: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const { text, entries } = formOf(body);
    const note = text('note');
    const { faults } = await attempt(() =>
      visit.api.post('/v1/inbox/{sequence}/acknowledgement', {
        params: { path: { sequence } },
        body: note === '' ? {} : { note },
        key: text('key'),
      }),
    );
    if (faults) return this.show(visit, toSequence(sequence), { faults, entries });
    return seeOther(`/console/desk/inbox/${String(toSequence(sequence))}?done=acknowledged`);
  }

  @Post(':sequence/answer')
  @TakesForm()
  async answer(
    @CurrentVisit() visit: Visit,
    @Param('sequence') sequence: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const { text, entries } = formOf(body);
    const answers = await answersAbout(visit, toSequence(sequence));
    if (!answers?.detail) throw new NotFoundException();
    const path = { factId: answers.detail.id, authority: answers.entry.from };
    const { faults } = await attempt(() =>
      visit.api.post('/v1/notices/{factId}/recipients/{authority}/answers', {
        params: { path },
        body: { queryId: text('queryId'), text: text('text') },
        key: text('key'),
      }),
    );
    if (faults) return this.show(visit, toSequence(sequence), { faults, entries });
    // whoever answers a question has taken it on
    const taken = { params: { path: { sequence } }, body: {}, key: `${text('key')}-taken` };
    await attempt(() => visit.api.post('/v1/inbox/{sequence}/acknowledgement', taken));
    return seeOther(`/console/desk/inbox/${String(toSequence(sequence))}?done=answered`);
  }

  private async show(visit: Visit, sequence: number, { done, faults, entries = {} }: Shown): Promise<string> {
    const answers = await answersAbout(visit, sequence);
    if (!answers) throw new NotFoundException();
    const model = noticePage(answers, visit, this.clock.now());
    const form = { entries, faults, key: newKey() };
    return this.pages.show(visit, 'desk/notice/notice.njk', { ...model, form, done: doneInWords(done) });
  }
}
