import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { CurrentReader, Roles } from '@ibex/runtime';
import { AttemptLog } from '../attempt-log';
import type { Attempt } from '../attempt-log';
import { MendingDesk } from './mending-desk';
import { AttemptListDto } from './mending.dto';
import type { AttemptDto } from './mending.dto';
import type { Plain } from '../../plain';

const shown = ({ sequence, at, outcome, reason, status, durationMs }: Attempt): Plain<AttemptDto> => ({
  ...{ sequence, at, outcome, durationMs },
  ...(reason === undefined ? {} : { reason }),
  ...(status === undefined ? {} : { status }),
});

@ApiTags('subscriptions')
@Controller('v1/subscriptions/:id/attempts')
@Roles('duty-desk', 'governance', 'system-client')
export class AttemptsController {
  constructor(
    private readonly desk: MendingDesk,
    private readonly attempts: AttemptLog,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The latest tries to reach your receiver, since the exchange was started' })
  @ApiOkResponse({ type: AttemptListDto })
  async list(
    @CurrentReader() { authority }: Reader,
    @Param('id') id: string,
  ): Promise<Plain<AttemptListDto>> {
    await this.desk.own(authority, id);
    return { attempts: this.attempts.of(id).map(shown) };
  }
}
