import { Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { ExchangeUnavailable } from '@ibex/sdk';
import { doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh } from '../../frame/filling';
import { CurrentVisit, ForRoles, Moves, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { PATH, VIEW_DONE, rebuildPage, viewsPage } from './views.page';

/** A browser does not wait for longer; the exchange goes on building all the same. */
const WAIT_MS = 8000;

const isOverdue = (error: unknown): boolean =>
  error instanceof ExchangeUnavailable ||
  (error instanceof Error && /^(?:Timeout|Abort)Error$/.test(error.name));

@Controller('operations/views')
@ForRoles('operator')
export class ViewsController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const model = viewsPage(await visit.api.get('/v1/views'), doneIn(query, VIEW_DONE));
    return this.pages.show(visit, 'operations/views/views.njk', model);
  }

  @Get(':view/rebuild')
  @Page()
  async ask(@CurrentVisit() visit: Visit, @Param('view') view: string): Promise<string> {
    const { views, head } = await visit.api.get('/v1/views');
    if (!views.includes(view)) throw new NotFoundException();
    return this.pages.show(visit, 'operations/views/rebuild.njk', rebuildPage(view, head, fresh()));
  }

  @Post(':view/rebuild')
  @Moves()
  async rebuild(@CurrentVisit() visit: Visit, @Param('view') view: string): Promise<SeeOther> {
    const call = { params: { path: { view } }, withinMs: WAIT_MS };
    try {
      await visit.api.post('/v1/views/{view}/rebuild', call);
      return seeOther(`${PATH}?done=rebuilt`);
    } catch (error) {
      if (!isOverdue(error)) throw error;
      return seeOther(`${PATH}?done=building`);
    }
  }
}
