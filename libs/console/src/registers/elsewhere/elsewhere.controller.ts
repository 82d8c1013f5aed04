import { Controller, Get, Inject, Query } from '@nestjs/common';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { purposeOf } from '../parts/purpose';
import { askedCursor } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { askedDate, askedPage } from '../parts/asked';
import { LINES_PER_PAGE, elsewherePage } from './elsewhere.page';

const TEMPLATE = 'registers/elsewhere/elsewhere.njk';

/** An authority's own children in other areas. */
@Controller('registers/placed-elsewhere')
@ForRoles('placing-practitioner', 'duty-desk', 'mash', 'governance')
export class ElsewhereController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async register(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const on = askedDate(query, 'on');
    const ended = formOf(query).text('ended') === 'yes';
    if (on.fault !== undefined)
      return this.pages.show(visit, TEMPLATE, { fault: on.fault, asked: { on: on.typed, ended } });
    const answer = await visit.api.get('/v1/registers/placed-elsewhere', {
      params: {
        header: purposeOf(visit),
        query: {
          limit: LINES_PER_PAGE,
          ...askedCursor(query),
          ...(on.date === undefined ? {} : { on: on.date }),
          ...(ended ? { includeEnded: true } : {}),
        },
      },
    });
    return this.pages.show(visit, TEMPLATE, elsewherePage(answer, { on, ended, page: askedPage(query) }));
  }
}
