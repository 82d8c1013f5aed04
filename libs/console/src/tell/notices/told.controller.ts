import { Controller, Get, Inject } from '@nestjs/common';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { Sending } from '../drafts/sending';
import { toldPage } from './told.page';

const SHOWN = 100;

@Controller('tell/told')
@ForRoles('placing-practitioner', 'duty-desk', 'mash')
export class ToldController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Sending) private readonly sending: Sending,
  ) {}

  @Get()
  @Page()
  async told(@CurrentVisit() visit: Visit): Promise<string> {
    const { api, authority } = visit;
    const limit = SHOWN;
    const [elsewhere, missing, duties, sent] = await Promise.all([
      api.get('/v1/registers/placed-elsewhere', { params: { query: { includeEnded: true, limit } } }),
      api.get('/v1/missing-episodes', { params: { query: { scope: 'ours', state: 'all', limit } } }),
      api.get('/v1/duties', { params: { query: { scope: 'owed-by-us', state: 'all', limit: 500 } } }),
      this.sending.list(visit),
    ]);
    const placements = [...elsewhere.items].reverse();
    const sources = { placements, missing: missing.items, duties: duties.items, sent, authority };
    return this.pages.show(visit, 'tell/told-list.njk', toldPage(sources));
  }
}
