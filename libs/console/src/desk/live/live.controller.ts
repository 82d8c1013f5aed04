import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { AuthorityNames } from '../../frame/authority-names';
import { CurrentVisit, ForRoles } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { Visits } from '../../frame/visits';
import type { ConsoleRequest } from '../../frame/visits';
import { isActNow, rowsOf } from '../inbox/inbox.rows';
import type { Entry } from '../mailbox/entry';
import { URGENCY_TAGS } from '../mailbox/entry-words';
import { follow } from './live-feed';
import { LiveStream } from './live-stream';
import type { RawResponse } from './live-stream';

type Reply = Readonly<{ hijack: () => unknown; raw: RawResponse }>;
const NUMBER = /^\d{1,15}$/;

const afterIn = (header: unknown, query: unknown): number => {
  const given = [header, query].find((each) => typeof each === 'string' && NUMBER.test(each));
  return given === undefined ? 0 : Number(given);
};

/** New notices as they come, as lines ready to be put into the inbox. */
@Controller('desk/live')
@ForRoles('duty-desk', 'mash', 'placing-practitioner')
export class LiveController implements OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
    @Inject(Visits) private readonly visits: Visits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  @Get()
  async live(
    @CurrentVisit() visit: Visit,
    @Req() request: ConsoleRequest,
    @Res() reply: Reply,
    @Query('after') after?: unknown,
  ): Promise<void> {
    reply.hijack();
    const stream = new LiveStream(reply.raw, this.stopping.signal);
    stream.open();
    try {
      await follow(visit.api, stream, {
        after: afterIn(request.headers['last-event-id'], after),
        isSignedIn: async () => (await this.visits.of(request)) !== undefined,
        toEvent: (entry) => this.toEvent(visit, entry),
      });
    } finally {
      stream.close();
    }
  }

  private toEvent(visit: Visit, entry: Entry): object {
    const now = this.clock.now();
    const [row] = rowsOf({ entries: [entry], standings: new Map(), clocks: new Map(), now });
    if (!row) return {};
    return {
      group: isActNow(row) ? 'act-now' : 'waiting',
      missingChild: row.missingChild,
      says: `${URGENCY_TAGS[row.urgency].text}: ${row.kind}, from ${this.names.nameOf(row.from)}`,
      html: this.pages.show(visit, 'desk/inbox/new-row.njk', { row }).trim(),
    };
  }
}
