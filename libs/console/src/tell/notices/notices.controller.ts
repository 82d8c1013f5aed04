import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { Drafts, newKey } from '../drafts/drafts';
import { findJourney } from '../journeys/journeys';
import { noticePage } from './notice.page';
import { NoticeReader, toCategory } from './notice-reader';

type Place = Readonly<{ category: string; id: string }>;
type Again = Readonly<{ faults?: FormFaults; typed?: Readonly<Record<string, string>> }>;

const NOTHING_CHOSEN = faultsOf({ what: 'Select what you want to tell' });

@Controller('tell/notices/:category/:id')
@ForRoles('placing-practitioner', 'duty-desk', 'mash')
export class NoticesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(NoticeReader) private readonly notices: NoticeReader,
  ) {}

  @Get()
  @Page()
  notice(@CurrentVisit() visit: Visit, @Param() place: Place): Promise<string> {
    return this.show(visit, place);
  }

  @Post('tell')
  @TakesForm()
  async tell(
    @CurrentVisit() visit: Visit,
    @Param() place: Place,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const category = toCategory(place.category);
    const journey = findJourney(formOf(body).text('what'));
    if (journey?.category !== category || journey.opens)
      return this.show(visit, place, { faults: NOTHING_CHOSEN });
    // the one 404 before anything is begun on a notice that is not there for this person
    const { facts } = await this.notices.read(visit, category, place.id);
    const answers = journey.begun?.(facts) ?? {};
    const draft = await this.drafts.open(visit, journey, { notice: { category, id: place.id }, answers });
    return seeOther(`/console/tell/drafts/${draft}`);
  }

  @Post('answers')
  @TakesForm()
  async answer(
    @CurrentVisit() visit: Visit,
    @Param() place: Place,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const queryId = form.text('queryId');
    const text = form.text('text');
    const typed = { [queryId]: text };
    if (text === '')
      return this.show(visit, place, {
        faults: faultsOf({ [`answer.${queryId}`]: 'Enter an answer' }),
        typed,
      });
    const path = { factId: form.text('factId'), authority: form.text('authority') };
    const { faults } = await attempt(() =>
      visit.api.post('/v1/notices/{factId}/recipients/{authority}/answers', {
        ...{ params: { path }, body: { queryId, text }, key: form.text('key') || newKey() },
      }),
    );
    if (!faults) return seeOther(`/console/tell/notices/${place.category}/${place.id}`);
    const [first] = faults.summary;
    return this.show(visit, place, {
      faults: faultsOf({ [`answer.${queryId}`]: first?.text ?? 'It was not taken' }),
      typed,
    });
  }

  private async show(visit: Visit, { category: named, id }: Place, again: Again = {}): Promise<string> {
    const category = toCategory(named);
    const notice = await this.notices.read(visit, category, id);
    const told = await this.notices.told(visit, notice);
    const { roles, authority } = visit;
    const shown = { ...{ notice, category, id, told, roles, authority, key: newKey() }, ...again };
    return this.pages.show(visit, 'tell/notice.njk', noticePage(shown));
  }
}
