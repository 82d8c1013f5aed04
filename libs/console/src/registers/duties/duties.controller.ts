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
import { DUTIES, LINES_PER_PAGE, SCOPES, SCOPE_WORDS, STATES, STATE_WORDS, dutiesPage } from './duties.page';

/** What is due and what is late, on both sides. */
@Controller('registers/duties')
@ForRoles('placing-practitioner', 'duty-desk', 'mash', 'governance')
export class DutiesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Page()
  async duties(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const scope = askedWord(query, 'scope', SCOPES);
    const state = askedWord(query, 'state', STATES);
    const answer = await visit.api.get('/v1/duties', {
      params: {
        header: purposeOf(visit),
        query: { scope, state, limit: LINES_PER_PAGE, ...askedCursor(query) },
      },
    });
    return this.pages.show(visit, 'registers/duties/duties.njk', {
      ...dutiesPage(answer, { scope, state, page: askedPage(query), now: this.clock.now() }),
      scopes: SCOPES.map((each) => ({
        text: SCOPE_WORDS[each],
        href: addressOf(DUTIES, { scope: each, state }),
        active: each === scope,
      })),
      states: STATES.map((each) => ({
        text: STATE_WORDS[each],
        href: addressOf(DUTIES, { scope, state: each }),
        active: each === state,
      })),
    });
  }
}
