import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { askedCursor, askedWord } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { AuthorityNames } from '../../frame/authority-names';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { CasePair } from './case-pair';
import { LINK_STATES, linksPage } from './links.page';

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
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const state = askedWord(query, 'state', LINK_STATES);
    const params = { query: { state, ...askedCursor(query) } };
    const answer = await visit.api.get('/v1/links/review', { params });
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
