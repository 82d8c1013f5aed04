import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { CurrentReader, Roles } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { FilterTestDto } from './answers.dto';
import { FilterTests } from './filter-tests';
import { SubscriptionReader } from './subscription-reader';
import { TestFilterDto, TestSubscriptionDto, USUALLY_TESTED } from './subscriptions.dto';
import { WishChecks } from './wish-checks';

@ApiTags('subscriptions')
@Controller('v1/subscriptions')
@Roles('duty-desk', 'governance', 'system-client')
export class FilterTestsController {
  constructor(
    private readonly tests: FilterTests,
    private readonly checks: WishChecks,
    private readonly reader: SubscriptionReader,
  ) {}

  @Post('test')
  @HttpCode(200)
  @ApiOperation({ summary: 'Which of your latest entries a filter would have let pass; records nothing' })
  @ApiOkResponse({ type: FilterTestDto })
  test(
    @CurrentReader() { authority }: Reader,
    @Body() { filter, last = USUALLY_TESTED }: TestFilterDto,
  ): Promise<Plain<FilterTestDto>> {
    this.checks.checkFilter(filter);
    return this.tests.of(authority, filter, last);
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({ summary: 'The same for a subscription as it stands; records nothing' })
  @ApiOkResponse({ type: FilterTestDto })
  async testOne(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() { last = USUALLY_TESTED }: TestSubscriptionDto,
  ): Promise<Plain<FilterTestDto>> {
    const { folded } = await this.reader.own(reader, id);
    return this.tests.of(reader.authority, folded.known.filter, last);
  }
}
