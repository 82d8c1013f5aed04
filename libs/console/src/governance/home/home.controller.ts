import { Controller, Get, Inject } from '@nestjs/common';
import type { Role } from '@ibex/kernel';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { hasRole } from '../../frame/visit';
import type { Visit } from '../../frame/visit';
import { homePage } from './home.page';
import type { Overview } from './home.page';

const GOVERNANCE = ['governance'] as const;
const DESK = ['governance', 'duty-desk'] as const;

const overviewFor = async (visit: Visit): Promise<Overview> => {
  const { api, authority, roles } = visit;
  const ask = <T>(allowed: readonly Role[], question: () => Promise<T>): Promise<T> | undefined =>
    hasRole(visit, ...allowed) ? question() : undefined;
  const [reviews, revocations, closed, agreements, subscriptions, keys, overdue] = await Promise.all([
    ask(GOVERNANCE, () => api.get('/v1/access/reviews')),
    ask(GOVERNANCE, () => api.get('/v1/access/revocations')),
    ask(GOVERNANCE, () => api.get('/v1/mash/closed-searches')),
    ask([...DESK, 'mash'], () => api.get('/v1/agreements')),
    ask(DESK, () => api.get('/v1/subscriptions')),
    ask(DESK, () => api.get('/v1/authority-keys')),
    ask([...DESK, 'placing-practitioner'], () =>
      api.get('/v1/tasks', { params: { query: { overdue: 'only' } } }),
    ),
  ]);
  return { authority, roles, reviews, revocations, closed, agreements, subscriptions, keys, overdue };
};

@Controller('governance')
@ForRoles('governance', 'duty-desk', 'mash', 'placing-practitioner')
export class GovernanceHomeController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async home(@CurrentVisit() visit: Visit): Promise<string> {
    return this.pages.show(visit, 'governance/home/home.njk', homePage(await overviewFor(visit)));
  }
}
