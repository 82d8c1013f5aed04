import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { asSystem, CurrentReader, CurrentReading, Roles, notFound, toActor } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { isLadderMessage } from '../ladder/ladder.messages';
import { RecipientListDto } from '../ladder/recipients.dto';
import { Recipients } from '../ladder/recipients';
import { NoticeLocator } from './notice-locator';
import { NoticeOpenings } from './notice-openings';
import { NoticeReads } from './notice-reads';
import { NoticeDetailDto, NoticeDto } from './notice.dto';

const READERS = ['placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance'] as const;

@ApiTags('notices')
@Controller('v1/notices')
@Roles(...READERS)
export class NoticesController {
  constructor(
    private readonly locator: NoticeLocator,
    private readonly reads: NoticeReads,
    private readonly openings: NoticeOpenings,
    private readonly recipients: Recipients,
  ) {}

  @Get('by-id/:category/:id')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A notice: every fact of it that you may see' })
  @ApiOkResponse({ type: NoticeDto })
  notice(
    @CurrentReading() reading: Reading,
    @Param('category') category: string,
    @Param('id') id: string,
  ): Promise<Plain<NoticeDto>> {
    return this.reads.whole(reading, `${category}-${id}`);
  }

  @Get(':factId')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The detail that a message links to; your first look is shown to the sender' })
  @ApiOkResponse({ type: NoticeDetailDto })
  async detail(
    @CurrentReading() reading: Reading,
    @Param('factId') factId: string,
  ): Promise<Plain<NoticeDetailDto>> {
    const { reader } = reading;
    const { stream, entries } = await this.locator.locate(factId);
    const detail = await this.reads.detail(reading, stream, factId);
    const entry = entries.find(
      ({ authority, type }) => authority === reader.authority && !isLadderMessage(type),
    );
    if (entry) await this.openings.opened(entry, toActor(reader));
    return detail;
  }

  @Get(':factId/recipients')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Whom your notice reached: queued, delivered, opened, acknowledged, each with its time',
  })
  @ApiOkResponse({ type: RecipientListDto })
  async recipientsOf(
    @CurrentReader() reader: Reader,
    @Param('factId') factId: string,
  ): Promise<Plain<RecipientListDto>> {
    const { stream } = await this.locator.locate(factId);
    const { reader: owner } = await this.reads.see(reader, stream);
    if (owner.as !== 'owner') throw notFound();
    // what a host answers goes out in the host's name: a store that shows senders theirs does not know whose notice it was
    const { entries, tasks } = await asSystem(() => this.locator.locate(factId));
    const since = await asSystem(() => this.locator.entriesOf(stream));
    return { recipients: await this.recipients.of({ entries, tasks, since }) };
  }
}
