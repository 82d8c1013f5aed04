import { Controller, Get, Inject } from '@nestjs/common';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { homePage } from './home.page';

@Controller('operations')
@ForRoles('operator')
export class OperationsHomeController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async home(@CurrentVisit() visit: Visit): Promise<string> {
    const { api } = visit;
    const [views, canary, silent, authorities] = await Promise.all([
      api.get('/v1/views'),
      api.get('/v1/status/canary'),
      api.get('/v1/status/authorities', { params: { query: { silent: true } } }),
      api.get('/v1/authorities'),
    ]);
    const model = homePage({ views, canary, silent, authorities });
    return this.pages.show(visit, 'operations/home/home.njk', model);
  }
}
