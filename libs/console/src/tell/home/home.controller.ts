import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { faultsOf } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Moves, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { Drafts } from '../drafts/drafts';
import { findJourney } from '../journeys/journeys';
import { homePage } from './home.page';

const NOTHING_CHOSEN = faultsOf({ what: 'Select what you want to tell' });

@Controller('tell')
@ForRoles('placing-practitioner', 'duty-desk', 'mash')
export class TellHomeController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Drafts) private readonly drafts: Drafts,
  ) {}

  @Get()
  @Page()
  async home(@CurrentVisit() visit: Visit, @Query('deleted') deleted?: string): Promise<string> {
    const drafts = await this.drafts.list(visit);
    const isDeleted = deleted !== undefined;
    return this.pages.show(visit, 'tell/home.njk', homePage({ roles: visit.roles, drafts, isDeleted }));
  }

  @Post('start')
  @TakesForm()
  async start(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const journey = findJourney(formOf(body).text('what'));
    if (!journey || !journey.opens) {
      const drafts = await this.drafts.list(visit);
      const model = homePage({ roles: visit.roles, drafts, faults: NOTHING_CHOSEN });
      return this.pages.show(visit, 'tell/home.njk', model);
    }
    return seeOther(`/console/tell/drafts/${await this.drafts.open(visit, journey)}`);
  }

  @Get('drafts/:id/delete')
  @Page()
  async askToDelete(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const { journey, draft } = await this.drafts.get(visit, id);
    if (draft.sent !== undefined) throw new NotFoundException();
    return this.pages.show(visit, 'tell/delete.njk', { title: journey.title, id });
  }

  @Post('drafts/:id/delete')
  @Moves()
  async remove(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    await this.drafts.get(visit, id);
    await this.drafts.remove(visit, id);
    return seeOther('/console/tell?deleted=1');
  }
}
