import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { toldAsked } from './told.asked';
import type { ToldAsked } from './told.asked';
import { toldPage } from './told.page';

const LINES_PER_PAGE = 50;

const queryOf = ({ about, state, since, cursor }: ToldAsked) => ({
  limit: LINES_PER_PAGE,
  ...(about === undefined ? {} : { notification: about }),
  ...(state === undefined ? {} : { state }),
  ...(since === undefined ? {} : { since }),
  ...(cursor === undefined ? {} : { cursor }),
});

@Controller('tell/told')
@ForRoles('placing-practitioner', 'duty-desk', 'mash')
export class ToldController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async told(@CurrentVisit() visit: Visit, @Query() query: unknown): Promise<string> {
    const asked = toldAsked(query);
    const answer = await visit.api.get('/v1/notices/told', { params: { query: queryOf(asked) } });
    const shown = toldPage({ answer, asked, authority: visit.authority });
    return this.pages.show(visit, 'tell/told-list.njk', shown);
  }
}
