import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ChildIdentity } from '@ibex/kernel';
import { CurrentReading, Roles } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { LikelyAnswerDto, LikelyRecordsDto } from './likely-child.dto';
import type { LikelyChildDto } from './likely-child.dto';
import { LikelyRecords } from './likely-records';

const isTold = (entry: readonly [string, unknown]): entry is readonly [string, string] =>
  typeof entry[1] === 'string';

const toIdentity = ({ localId = '', ...child }: LikelyChildDto): ChildIdentity => ({
  ...Object.fromEntries(Object.entries(child).filter(isTold)),
  localId,
});

@ApiTags('records')
@Controller('v1/records')
export class LikelyRecordsController {
  constructor(private readonly likely: LikelyRecords) {}

  /** A POST although it changes nothing: who a child is has no place in an address. */
  @Post('likely')
  @HttpCode(200)
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client')
  @ApiOperation({
    summary:
      'Before a child is told of: records that look alike, of your own authority and as far as you may see them',
  })
  @ApiOkResponse({ type: LikelyAnswerDto })
  async find(
    @Body() { child }: LikelyRecordsDto,
    @CurrentReading() reading: Reading,
  ): Promise<Plain<LikelyAnswerDto>> {
    return { likely: await this.likely.of(reading, toIdentity(child)) };
  }
}
