import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { Drafts } from '../../frame/drafts';
import { fresh, shownAgain } from '../../frame/filling';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { Kept } from '../../frame/kept';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import {
  PATH,
  PROCLAIMED,
  calendarPage,
  confirmPage,
  proclaimFaults,
  proclaimPage,
  proclaimedIn,
} from './calendar.page';

type Typed = Readonly<{ entries: Readonly<Record<string, string>>; sent?: string }>;
const KEPT_SECONDS = 3600;

@Controller('operations/calendar')
@ForRoles('operator')
export class CalendarController {
  private readonly typed: Drafts<Typed>;

  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Kept) kept: Kept,
  ) {
    this.typed = new Drafts(kept, 'proclaimed-day', (value) => value as Typed, KEPT_SECONDS);
  }

  @Get()
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const model = calendarPage(
      await visit.api.get('/v1/calendar/proclaimed-days'),
      doneIn(query, PROCLAIMED),
    );
    return this.pages.show(visit, 'operations/calendar/calendar.njk', model);
  }

  @Get('new')
  @Page()
  blank(@CurrentVisit() visit: Visit): string {
    return this.pages.show(visit, 'operations/calendar/proclaim.njk', proclaimPage(fresh()));
  }

  @Get('new/:id')
  @Page()
  async check(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const { entries } = await this.typed.get(visit, id);
    return this.pages.show(visit, 'operations/calendar/confirm.njk', confirmPage(fresh(entries)));
  }

  /** Typed first, proclaimed once it was confirmed. */
  @Post('new')
  @TakesForm()
  async proclaim(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = proclaimFaults(form);
    if (!wrong && form.text('sure') !== 'yes') {
      const id = await this.typed.begin(visit, { entries: form.entries });
      return seeOther(`${PATH}/new/${id}`);
    }
    const call = { body: proclaimedIn(form), key: form.text('key') };
    const { faults } = wrong
      ? { faults: wrong }
      : await attempt(() => visit.api.post('/v1/calendar/proclaimed-days', call));
    if (!faults) return seeOther(`${PATH}?done=proclaimed`);
    return this.pages.show(visit, 'operations/calendar/proclaim.njk', proclaimPage(shownAgain(form, faults)));
  }
}
