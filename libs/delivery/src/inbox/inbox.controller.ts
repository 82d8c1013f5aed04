import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { CurrentReader, Roles, toActor } from '@ibex/runtime';
import { InboxPayloads } from '../sealing/inbox-payloads';
import { Inbox } from './inbox';
import { InboxPageDto, InboxQuery, USUAL_ENTRIES } from './inbox.dto';
import { untilEnded } from './connection';
import type { Closing } from './connection';
import type { Plain } from '../plain';

export const DESKS = ['placing-practitioner', 'duty-desk', 'mash', 'system-client'] as const;

@ApiTags('inbox')
@Controller('v1/inbox')
export class InboxController {
  constructor(
    private readonly inbox: Inbox,
    private readonly payloads: InboxPayloads,
  ) {}

  @Get()
  @Roles(...DESKS)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Entries of your mailbox after a number, oldest first; waits for the next one if asked',
  })
  @ApiOkResponse({ type: InboxPageDto })
  async pull(
    @CurrentReader() reader: Reader,
    @Query() query: InboxQuery,
    @Res({ passthrough: true }) reply: Readonly<{ raw: Closing }>,
  ): Promise<Plain<InboxPageDto>> {
    const { after = 0, limit = USUAL_ENTRIES, wait = 0, payload = 'thin' } = query;
    const actor = toActor(reader);
    await this.payloads.check(reader.authority, payload);
    await this.inbox.checkCursor(actor, { after }, 'pull-feed');
    const pull = { after, limit, waitMs: wait * 1000, channel: 'pull-feed' } as const;
    const ends = { connection: reply.raw, serverCloses: this.inbox.closes };
    const entries = await untilEnded(ends, (ended) => this.inbox.next(actor, pull, ended));
    const messages = await this.payloads.all(entries, payload);
    this.inbox.sent(actor, entries, 'pull-feed');
    const head = await this.inbox.head(reader.authority);
    return { entries: messages, next: entries.at(-1)?.sequence ?? after, head };
  }
}
