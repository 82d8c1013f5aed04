import { Controller, Get, Inject } from '@nestjs/common';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { hasRole } from '../../frame/visit';
import type { Visit } from '../../frame/visit';
import { homePage } from './home.page';

/** The way into the registers, with what stands out today. */
@Controller('registers')
@ForRoles('placing-practitioner', 'duty-desk', 'mash', 'governance')
export class HomeController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async home(@CurrentVisit() visit: Visit): Promise<string> {
    const [worklists, status, placedHere] = await Promise.all([
      visit.api.get('/v1/worklists'),
      visit.api.get('/v1/status/authorities', { params: { query: { silent: true } } }),
      this.placedHere(visit),
    ]);
    const counted = placedHere === undefined ? {} : { placedHere };
    return this.pages.show(visit, 'registers/home/home.njk', homePage({ worklists, status, ...counted }));
  }

  /** Counted where it is kept: a number is no look at a child. */
  private async placedHere(visit: Visit): Promise<number | undefined> {
    if (!hasRole(visit, 'duty-desk', 'mash', 'governance')) return undefined;
    const { items } = await visit.api.get('/v1/registers/placed-here/counts');
    return items.reduce((sum, { placements }) => sum + placements, 0);
  }
}
