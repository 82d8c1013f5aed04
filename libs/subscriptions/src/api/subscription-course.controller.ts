import { Body, Controller, Header, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { SubscriptionAnswerDto } from './answers.dto';
import { SubscriptionDesk } from './subscription-desk';
import {
  CloseSubscriptionDto,
  PauseSubscriptionDto,
  RotateSecretDto,
  USUAL_PAUSE_HOURS,
} from './subscriptions.dto';
import { confirmationOf } from './wish-checks';

const becauseOf = <T extends string>(because: T | undefined): Readonly<{ because?: T }> =>
  because === undefined ? {} : { because };

@ApiTags('subscriptions')
@Controller('v1/subscriptions/:id')
@Roles('duty-desk', 'governance', 'system-client')
export class SubscriptionCourseController {
  constructor(private readonly desk: SubscriptionDesk) {}

  @Post('pause')
  @ApiOperation({ summary: 'Send nothing for so many hours, or until it is resumed; entries wait' })
  @ApiStep(SubscriptionAnswerDto)
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
  @ApiOperation({ summary: 'Go on after the last entry that was sent' })
  @ApiStep(SubscriptionAnswerDto)
  resume(
    @Param('id') id: string,
    @Submitted() submission: Submission,
  ): Promise<Plain<SubscriptionAnswerDto>> {
    const data = { by: submission.actor.authority };
    return this.desk.submit(id, { type: 'ResumeSubscription', data }, submission);
  }

  @Post('close')
  @ApiOperation({ summary: 'End it for good; the mailbox keeps every entry' })
  @ApiStep(SubscriptionAnswerDto)
  close(
    @Param('id') id: string,
    @Body() { because }: CloseSubscriptionDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<SubscriptionAnswerDto>> {
    const data = { by: submission.actor.authority, ...becauseOf(because) };
    return this.desk.submit(id, { type: 'CloseSubscription', data }, submission);
  }

  @Post('secrets')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'A new signing secret, in this answer alone; those before it sign for an overlap',
  })
  @ApiStep(SubscriptionAnswerDto)
  rotate(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: RotateSecretDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<SubscriptionAnswerDto>> {
    return this.desk.rotate(reader, id, dto, submission);
  }
}
