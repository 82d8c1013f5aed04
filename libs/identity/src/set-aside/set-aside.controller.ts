import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiRead, CurrentReading, Roles } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { SetAsideList, SetAsideLooks } from './set-aside-list';
import { SetAsidePageDto, SetAsideQuery } from './set-aside.dto';

@ApiTags('records')
@Controller('v1/records')
export class SetAsideController {
  constructor(
    private readonly list: SetAsideList,
    private readonly looks: SetAsideLooks,
  ) {}

  @Get('set-aside')
  @Header('Cache-Control', 'no-store')
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({
    summary: 'Records of your own that are not matched as others are: why, and what you can do about it',
  })
  @ApiRead('One page; follow `next`.', SetAsidePageDto)
  async page(
    @CurrentReading() reading: Reading,
    @Query() query: SetAsideQuery,
  ): Promise<Plain<SetAsidePageDto>> {
    const page = await this.list.page(reading.reader, query);
    await this.looks.note(
      reading,
      page.items.map(({ recordRef }) => recordRef),
    );
    return page;
  }
}
