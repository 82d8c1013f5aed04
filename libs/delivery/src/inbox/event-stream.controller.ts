import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CLOCK } from '@ibex/kernel';
import type { Clock, Reader } from '@ibex/kernel';
import { CurrentReader, Roles, toActor } from '@ibex/runtime';
import type { Asked } from './connection';
import { EventStreams } from './event-streams';
import type { Reply } from './event-streams';
import { cursorOf } from './cursor';
import { StreamQuery } from './inbox.dto';
import { InboxSubscriptions } from './inbox-subscriptions';
import { DESKS } from './inbox.controller';
import { ReadingRights } from './reading-rights';
import { msUntilEnd } from './token-end';

@ApiTags('inbox')
@Controller('v1/inbox/stream')
export class EventStreamController {
  constructor(
    private readonly streams: EventStreams,
    private readonly subscriptions: InboxSubscriptions,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly rights: ReadingRights,
  ) {}

  @Get()
  @Roles(...DESKS)
  @ApiOperation({
    summary: 'Entries of your mailbox as they come, as server-sent events; ends when the token does',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Number of the last entry that you have',
  })
  @ApiProduces('text/event-stream')
  async stream(
    @CurrentReader() reader: Reader,
    @Query() query: StreamQuery,
    @Req() request: Asked,
    @Res() reply: Reply,
  ): Promise<void> {
    const { payload = 'thin', subscription } = query;
    const { authority } = reader;
    const named = await this.subscriptions.named({ authority, subscription, channel: 'event-stream' });
    const after = query.after ?? named?.startsAfter;
    const cursor = cursorOf(request.headers['last-event-id'], after);
    const inMs = msUntilEnd(request.headers['authorization'], this.clock.now());
    const rights = this.rights.of(reader, request);
    await this.streams.serve(toActor(reader), { ...cursor, payload, subscription }, { inMs, reply, rights });
  }
}
