import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { AuthorityNames } from '../../frame/authority-names';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { clocksOf, windowUpTo, worklistsOf } from '../mailbox/mailbox-window';
import { filterOf } from './inbox.filter';
import { inboxPage } from './inbox.page';

/** What a desk begins with: what came, what needs a person first. */
@Controller('desk')
@ForRoles('duty-desk', 'mash', 'placing-practitioner')
export class InboxController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Page()
  async inbox(
    @CurrentVisit() visit: Visit,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const filter = filterOf(query);
    const [window, clocks, worklists] = await Promise.all([
      windowUpTo(visit.api, { upTo: filter.upTo }),
      clocksOf(visit),
      worklistsOf(visit),
    ]);
    const nameOf = (gss: string): string => this.names.nameOf(gss);
    const parts = { window, clocks, worklists, filter, now: this.clock.now(), nameOf };
    return this.pages.show(visit, 'desk/inbox/inbox.njk', inboxPage(parts));
  }
}
