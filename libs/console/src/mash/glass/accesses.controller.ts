import { Controller, Get, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { isProblem } from '@ibex/sdk';
import { CurrentVisit, ForRoles, Moves, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { newKey } from '../parts/post-key';
import { OpenGlasses } from './open-glass';
import type { KeptGlass } from './open-glass';

/** It is over already: ended by its owner, or by time. */
const OVER = 'grant/not-open';

/** The emergency accesses that a person has open, and their ending. */
@Controller('mash/accesses')
@ForRoles('mash', 'duty-desk')
export class AccessesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(OpenGlasses) private readonly glasses: OpenGlasses,
  ) {}

  @Get()
  @Page()
  async list(@CurrentVisit() visit: Visit): Promise<string> {
    return this.pages.show(visit, 'mash/glass/accesses.njk', { open: await this.glasses.all(visit) });
  }

  @Post(':id/end')
  @Moves()
  async end(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    const glass = (await this.glasses.all(visit)).find((each) => each.id === id);
    if (!glass) throw new NotFoundException();
    await this.endGrant(visit, glass);
    await this.glasses.over(visit, glass);
    return seeOther('/console/mash/accesses');
  }

  private async endGrant({ api }: Visit, { grant }: KeptGlass): Promise<void> {
    const params = { path: { id: grant } };
    try {
      await api.post('/v1/access/grants/{id}/end', { params, key: newKey() });
    } catch (error) {
      if (!isProblem(error, OVER)) throw error;
    }
  }
}
