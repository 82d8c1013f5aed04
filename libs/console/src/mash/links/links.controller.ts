import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { AuthorityNames } from '../../frame/authority-names';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { CasePair } from './case-pair';
import { isLinkState, linksPage } from './links.page';

/** Pairs of records that may be of one child. */
@Controller('mash/links')
@ForRoles('mash', 'governance')
export class LinksController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
    @Inject(CasePair) private readonly pair: CasePair,
  ) {}

  @Get()
  @Page()
  async list(
    @CurrentVisit() visit: Visit,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const state = isLinkState(query['state']) ? query['state'] : 'proposed';
    const cursor = typeof query['cursor'] === 'string' ? { cursor: query['cursor'] } : {};
    const answer = await visit.api.get('/v1/links/review', { params: { query: { state, ...cursor } } });
    return this.pages.show(visit, 'mash/links/links.njk', {
      ...{ state, links: linksPage(answer, state, (gss) => this.names.nameOf(gss)) },
    });
  }

  @Get(':id')
  @Page()
  one(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    return this.pair.show(visit, id);
  }

  @Get(':id/unlink')
  @Page()
  askUnlink(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    return this.pair.showUnlink(visit, id);
  }

  @Get(':id/forbid')
  @Page()
  askForbid(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    return this.pair.showForbid(visit, id);
  }
}
