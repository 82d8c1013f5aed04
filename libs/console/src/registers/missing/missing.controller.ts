import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { purposeOf } from '../parts/purpose';
import { addressOf, askedCursor, askedWord } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { askedPage } from '../parts/asked';
import {
  LINES_PER_PAGE,
  MISSING,
  SCOPES,
  SCOPE_WORDS,
  STATES,
  STATE_WORDS,
  missingPage,
} from './missing.page';

/** Who is missing now, and who was. */
@Controller('registers/missing')
@ForRoles('placing-practitioner', 'duty-desk', 'mash', 'governance')
export class MissingController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Page()
  async missing(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const scope = askedWord(query, 'scope', SCOPES);
    const state = askedWord(query, 'state', STATES);
    const answer = await visit.api.get('/v1/missing-episodes', {
      params: {
        header: purposeOf(visit),
        query: { scope, state, limit: LINES_PER_PAGE, ...askedCursor(query) },
      },
    });
    const now = this.clock.now();
    return this.pages.show(visit, 'registers/missing/missing.njk', {
      ...missingPage(answer, { scope, state, page: askedPage(query), now }),
      scopes: SCOPES.map((each) => ({
        text: SCOPE_WORDS[each],
        href: addressOf(MISSING, { scope: each, state }),
        active: each === scope,
      })),
      states: STATES.map((each) => ({
        text: STATE_WORDS[each],
        href: addressOf(MISSING, { scope, state: each }),
        active: each === state,
      })),
    });
  }
}
