import { Body, Controller, Get, Inject, NotFoundException, Param, Post } from '@nestjs/common';
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
import type { NoticeAnswers } from '../notice/notice.answers';
import { openedAt } from '../notice/notice.reads';
import { toSequence } from '../notice/sequence';
import { placementIdOf, replyingTo } from './placement-reply';
import type { Replying } from './placement-reply';
import { CONCERNS, replyBody, replyFaults } from './reply.form';

type Refilled = Readonly<{ faults?: FormFaults | undefined; entries?: Readonly<Record<string, string>> }>;
type Asked = Readonly<{ entry: NoticeAnswers['entry']; replying: Replying; id: string }>;

const BOX = '/console/desk/inbox';

/** What a host answers about a placement in its area, or before there is one. */
@Controller('desk/inbox/:sequence/placement/reply')
@ForRoles('duty-desk')
export class PlacementReplyController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async form(@CurrentVisit() visit: Visit, @Param('sequence') sequence: string): Promise<string> {
    return this.show(visit, await this.asked(visit, sequence));
  }

  @Post()
  @TakesForm()
  async reply(
    @CurrentVisit() visit: Visit,
    @Param('sequence') sequence: string,
    @Body() posted: unknown,
  ): Promise<FormAnswer> {
    const asked = await this.asked(visit, sequence);
    const form = formOf(posted);
    const order = { params: { path: { id: asked.id } }, body: replyBody(form), key: form.text('key') };
    const faults =
      replyFaults(form) ?? (await attempt(() => visit.api.post('/v1/placements/{id}/respond', order))).faults;
    if (faults) return this.show(visit, asked, { faults, entries: form.entries });
    return seeOther(`${BOX}/${String(asked.entry.sequence)}?done=replied`);
  }

  /** The one 404 for whatever is not there, is no placement in this area, or is over. */
  private async asked(visit: Visit, sequence: string): Promise<Asked> {
    const answers = await openedAt(visit, toSequence(sequence));
    const replying = answers && replyingTo(answers, visit.authority);
    const id = placementIdOf(answers?.detail?.notice);
    if (!answers || replying === undefined || id === undefined) throw new NotFoundException();
    return { entry: answers.entry, replying, id };
  }

  private show(visit: Visit, { entry, replying }: Asked, { faults, entries = {} }: Refilled = {}): string {
    return this.pages.show(visit, 'desk/placement/reply.njk', {
      ...{ entry, replying, concerns: CONCERNS, here: `${BOX}/${String(entry.sequence)}` },
      form: { entries, faults, key: newKey() },
    });
  }
}
