import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { CurrentReader, Roles, toActor } from '@ibex/runtime';
import type { Asked } from './connection';
import { EventStreams } from './event-streams';
import type { Reply } from './event-streams';
import { cursorOf } from './cursor';
import { StreamQuery } from './inbox.dto';
import { DESKS } from './inbox.controller';

@ApiTags('inbox')
@Controller('v1/inbox/stream')
export class EventStreamController {
  constructor(private readonly streams: EventStreams) {}

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
    const cursor = cursorOf(request.headers['last-event-id'], query.after);
    const { payload = 'thin' } = query;
    await this.streams.serve(toActor(reader), { ...cursor, payload }, { request, reply });
  }
}
