import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ATTEMPTS } from '@ibex/kernel';
import type { AttemptQuery, Attempts, KeptAttempt, Reader } from '@ibex/kernel';
import { CurrentReader, Roles } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { MendingDesk } from '../mending/mending-desk';
import { AttemptListDto, AttemptsQuery } from './attempts.dto';
import type { AttemptDto } from './attempts.dto';

const USUAL_PAGE = 100;

const shown = (attempt: KeptAttempt): Plain<AttemptDto> => {
  const { sequence, at, outcome, reason, status, durationMs, more } = attempt;
  return {
    ...{ sequence, at, outcome, durationMs },
    ...(reason === undefined ? {} : { reason }),
    ...(status === undefined ? {} : { status }),
    ...(more === 0 ? {} : { more }),
  };
};

const wanted = ({ before, since, outcome, limit = USUAL_PAGE }: AttemptsQuery): AttemptQuery => ({
  limit: limit + 1,
  ...(before === undefined ? {} : { before }),
  ...(since === undefined ? {} : { since }),
  ...(outcome === undefined ? {} : { outcomes: [outcome] }),
});

@ApiTags('subscriptions')
@Controller('v1/subscriptions/:id/attempts')
@Roles('duty-desk', 'governance', 'system-client')
export class AttemptsController {
  constructor(
    private readonly desk: MendingDesk,
    @Inject(ATTEMPTS) private readonly attempts: Attempts,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Tries to reach your receiver, the newest first; kept for 30 days' })
  @ApiOkResponse({ type: AttemptListDto })
  async list(
    @CurrentReader() { authority }: Reader,
    @Param('id') id: string,
    @Query() query: AttemptsQuery,
  ): Promise<Plain<AttemptListDto>> {
    await this.desk.own(authority, id);
    const { limit = USUAL_PAGE } = query;
    const found = await this.attempts.list(id, wanted(query));
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const isMore = found.length > limit && last !== undefined;
    return { attempts: page.map(shown), ...(isMore ? { next: last.number } : {}) };
  }
}
