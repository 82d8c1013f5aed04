import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AbortSignalLike, Actor, Reader } from '@ibex/kernel';
import { CurrentReader, Roles, toActor } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { InboxPayloads } from '../sealing/inbox-payloads';
import { Inbox } from './inbox';
import type { Pull } from './inbox';
import { InboxPageDto, InboxQuery, MOST_ENTRIES, USUAL_ENTRIES } from './inbox.dto';
import { InboxSubscriptions } from './inbox-subscriptions';
import type { Narrowed, Through } from './inbox-subscriptions';
import { untilEnded } from './connection';
import type { Asked, Closing } from './connection';
import { ReadingRights, accessOver } from './reading-rights';

export const DESKS = ['placing-practitioner', 'duty-desk', 'mash', 'system-client'] as const;

/** Throws the 401 problem; whoever did not wait was asked by the guard a moment ago. */
const stillAllowed = async (wait: number, isOver: () => Promise<boolean>): Promise<void> => {
  if (wait > 0 && (await isOver())) throw accessOver();
};

@ApiTags('inbox')
@Controller('v1/inbox')
export class InboxController {
  constructor(
    private readonly inbox: Inbox,
    private readonly payloads: InboxPayloads,
    private readonly subscriptions: InboxSubscriptions,
    private readonly rights: ReadingRights,
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
    @Req() request: Asked,
    @Res({ passthrough: true }) reply: Readonly<{ raw: Closing }>,
  ): Promise<Plain<InboxPageDto>> {
    const { limit = USUAL_ENTRIES, wait = 0, payload = 'thin', subscription } = query;
    const actor = toActor(reader);
    const through = { authority: reader.authority, subscription, channel: 'pull-feed' } as const;
    await this.payloads.check(reader.authority, payload);
    const named = await this.subscriptions.named(through);
    const after = query.after ?? named?.startsAfter ?? 0;
    await this.inbox.checkCursor(actor, { after, subscription }, 'pull-feed');
    const pull = { after, limit, waitMs: wait * 1000, channel: 'pull-feed' } as const;
    const { isOver, cut } = this.rights.of(reader, request);
    const ends = { connection: reply.raw, serverCloses: this.inbox.closes, cut };
    const { entries, upTo, paused } = await untilEnded(ends, (ended) =>
      this.narrowed(actor, pull, through, ended),
    );
    const messages = await this.payloads.all(entries, payload);
    await stillAllowed(wait, isOver);
    this.inbox.sent(actor, entries, 'pull-feed', subscription);
    const head = await this.inbox.head(reader.authority);
    return { entries: messages, next: upTo, head, ...(paused ? { paused } : {}) };
  }

  /** Looks at more than is wanted where much may be held back, so that whoever polls gets on. */
  private async narrowed(
    actor: Actor,
    pull: Pull,
    through: Through,
    ended: AbortSignalLike,
  ): Promise<Narrowed> {
    const { after, limit, waitMs } = pull;
    const most = through.subscription === undefined ? limit : MOST_ENTRIES;
    const entries = await this.inbox.next(actor, { ...pull, limit: most }, ended);
    const narrowed = await this.subscriptions.narrow(through, { after, entries, limit });
    // or else somebody who polls a paused one with a wait would be answered at once, over and over
    if (narrowed.paused && entries.length > 0) await this.inbox.rest(actor, waitMs, ended);
    return narrowed;
  }
}
