import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiIdempotencyKey, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import { SubscriptionAnswerDto } from './answers.dto';
import { SubscriptionDesk } from './subscription-desk';
import {
  CloseSubscriptionDto,
  PauseSubscriptionDto,
  RotateSecretDto,
  USUAL_PAUSE_HOURS,
} from './subscriptions.dto';
import { confirmationOf } from './wish-checks';
import type { Plain } from '../plain';

const becauseOf = <T extends string>(because: T | undefined): Readonly<{ because?: T }> =>
  because === undefined ? {} : { because };

@ApiTags('subscriptions')
@Controller('v1/subscriptions/:id')
@Roles('duty-desk', 'governance', 'system-client')
export class SubscriptionCourseController {
  constructor(private readonly desk: SubscriptionDesk) {}

  @Post('pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send nothing for so many hours, or until it is resumed; entries wait' })
  @ApiOkResponse({ type: SubscriptionAnswerDto })
  @ApiIdempotencyKey()
  pause(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: PauseSubscriptionDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<SubscriptionAnswerDto>> {
    const { because, forHours = USUAL_PAUSE_HOURS, confirmsThatUrgentMayBeHidden } = dto;
    const confirmation = confirmationOf(confirmsThatUrgentMayBeHidden, reader, submission);
    const data = { by: reader.authority, forHours, ...becauseOf(because), ...confirmation };
    return this.desk.submit(id, { type: 'PauseSubscription', data }, submission);
  }

  @Post('resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on after the last entry that was sent' })
  @ApiOkResponse({ type: SubscriptionAnswerDto })
  @ApiIdempotencyKey()
  resume(
    @Param('id') id: string,
    @Submitted() submission: Submission,
  ): Promise<Plain<SubscriptionAnswerDto>> {
    const data = { by: submission.actor.authority };
    return this.desk.submit(id, { type: 'ResumeSubscription', data }, submission);
  }

  @Post('close')
  @HttpCode(200)
  @ApiOperation({ summary: 'End it for good; the mailbox keeps every entry' })
  @ApiOkResponse({ type: SubscriptionAnswerDto })
  @ApiIdempotencyKey()
  close(
    @Param('id') id: string,
    @Body() { because }: CloseSubscriptionDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<SubscriptionAnswerDto>> {
    const data = { by: submission.actor.authority, ...becauseOf(because) };
    return this.desk.submit(id, { type: 'CloseSubscription', data }, submission);
  }

  @Post('secrets')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'A new signing secret, in this answer alone; those before it sign for an overlap',
  })
  @ApiOkResponse({ type: SubscriptionAnswerDto })
  @ApiIdempotencyKey()
  rotate(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: RotateSecretDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<SubscriptionAnswerDto>> {
    return this.desk.rotate(reader, id, dto, submission);
  }
}
