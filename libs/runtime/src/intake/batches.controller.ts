import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { CurrentReader, Roles } from '../access/access.decorators';
import { Batch } from './batch.dto';
import { BatchService } from './batch.service';
import type { BatchAnswer } from './batch.service';

@ApiTags('batches')
@Controller('v1/batches')
export class BatchesController {
  constructor(private readonly batches: BatchService) {}

  @Post()
  @HttpCode(200)
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client')
  @ApiOperation({ summary: 'Send up to 100 commands; each has its own key and gets its own answer.' })
  @ApiOkResponse({ description: 'One answer per command, in the order of the commands.' })
  async submit(
    @CurrentReader() reader: Reader,
    @Body() batch: Batch,
  ): Promise<Readonly<{ answers: readonly BatchAnswer[] }>> {
    return { answers: await this.batches.submitAll(reader, batch.commands) };
  }
}
