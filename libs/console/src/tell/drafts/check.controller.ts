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
import { AuthoritiesNow } from '../authorities-now';
import { firstOpen } from '../questions/check-step';
import { checkPage, faultsByQuestion } from './check.page';
import type { Preview } from './check.page';
import { stepsOf } from './draft';
import { Drafts } from './drafts';
import type { KeptDraft } from './drafts';
import { Sending } from './sending';

const CHANGED: FormFaults = {
  summary: [
    { text: 'The answers were changed since this page was shown. Check them again before you send.' },
  ],
  of: {},
};
const NOT_READY: FormFaults = {
  summary: [{ text: 'Some questions are not answered yet. Use Back to go through them.' }],
  of: {},
};

type Looked = Readonly<{ preview?: Preview | undefined; faults?: FormFaults | undefined }>;

@Controller('tell/drafts/:id')
@ForRoles('placing-practitioner', 'duty-desk', 'mash')
export class CheckController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(Sending) private readonly sending: Sending,
    @Inject(AuthoritiesNow) private readonly authorities: AuthoritiesNow,
  ) {}

  @Get('check')
  @Page()
  async check(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const kept = await this.drafts.get(visit, id);
    if (kept.draft.sent !== undefined) throw new NotFoundException();
    return this.show(visit, kept, await this.look(visit, kept));
  }

  @Post('send')
  @TakesForm()
  async send(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const kept = await this.drafts.get(visit, id);
    // pressed twice: the first press has sent it
    if (kept.draft.sent !== undefined) return seeOther(`/console/tell/sent/${kept.draft.sent}`);
    const looked = await this.look(visit, kept);
    if (looked.faults || !looked.preview) return this.show(visit, kept, looked);
    if (formOf(body).text('key') !== kept.draft.key)
      return this.show(visit, kept, { ...looked, faults: CHANGED });
    const { done, faults } = await attempt(() => this.sending.send(visit, kept));
    if (faults) return this.show(visit, kept, { faults });
    const { category } = kept.journey;
    const title = looked.preview.facts.at(-1)?.title ?? kept.journey.title;
    const sent = await this.sending.keep(visit, {
      ...done,
      title,
      category,
      told: looked.preview.told,
      by: visit.name,
    });
    await this.drafts.save(visit, id, { ...kept.draft, answers: {}, found: undefined, likely: [], sent });
    return seeOther(`/console/tell/sent/${sent}`);
  }

  private async look(visit: Visit, kept: KeptDraft): Promise<Looked> {
    const steps = stepsOf(kept.journey, kept.draft, this.authorities.nameOf);
    if (firstOpen(steps, kept.draft.answers, this.authorities.today())) return { faults: NOT_READY };
    const { done, faults } = await attempt(() => this.sending.preview(visit, kept));
    return faults ? { faults } : { preview: done };
  }

  private async show(visit: Visit, kept: KeptDraft, { preview, faults }: Looked): Promise<string> {
    const steps = stepsOf(kept.journey, kept.draft, this.authorities.nameOf);
    const { nameOf } = this.authorities;
    if (faults) {
      const noted = { ...kept.draft, faults: faultsByQuestion({ kept, steps }, faults) };
      await this.drafts.save(visit, kept.id, noted);
    }
    const shown = { kept, steps, nameOf, preview, faults, authority: visit.authority };
    return this.pages.show(visit, 'tell/check.njk', checkPage(shown));
  }
}
