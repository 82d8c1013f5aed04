import { Controller, Get, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiStep, RefusedError, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { CanaryList } from './canary-list';
import { CanaryOrders } from './canary-orders';
import { CanarySentDto, CanaryStatusDto } from './canary.dto';

@ApiTags('status')
@Controller('v1/status/canary')
export class CanaryController {
  constructor(
    private readonly list: CanaryList,
    private readonly orders: CanaryOrders,
  ) {}

  @Get()
  @Roles('operator')
  @ApiOperation({ summary: 'When the last canary was sent, and how long it took to each place' })
  @ApiOkResponse({ type: CanaryStatusDto })
  async status(): Promise<Plain<CanaryStatusDto>> {
    const rows = await this.list.all();
    const sent = rows.find(({ place }) => place === 'sent');
    const places = rows
      .filter(({ place }) => place !== 'sent')
      .map(({ canary, ...seen }) => ({ ...seen, isLatest: canary === sent?.canary }));
    return { ...(sent ? { lastSentAt: sent.sentAt } : {}), places };
  }

  @Post()
  @Roles('operator')
  @ApiOperation({ summary: 'Send a canary along the way of a notice; it is about nobody and reaches nobody' })
  @ApiStep(CanarySentDto)
  async send(@Submitted() submission: Submission): Promise<Plain<CanarySentDto>> {
    // one order is one canary, however often it is sent
    const canary = submission.commandId;
    const outcome = await this.orders.sendAs(canary, submission);
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    return { canary, position: outcome.position, repeated: outcome.repeated };
  }
}
