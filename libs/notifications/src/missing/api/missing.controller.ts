import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, IntakeService, Roles, Submitted } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import {
  acknowledgeMissing,
  closeAtEighteen,
  recordFound,
  recordSighting,
  recordStrategyDiscussion,
  withdrawMissing,
} from './missing-course.actions';
import {
  AcknowledgeMissingDto,
  CloseAtEighteenDto,
  SightingDto,
  StrategyDiscussionDto,
  WithdrawMissingDto,
} from './missing-course.dto';
import { FoundDto } from './missing-parts.dto';
import { correctMissing, reportMissing, updateMissing } from './missing.actions';
import { CorrectMissingDto, ReportMissingDto, UpdateMissingDto } from './missing.dto';
import { MISSING_ROLES } from './missing.roles';

type Answer = Promise<SubmissionAnswer>;

/** What the authorities of a missing episode tell each other until the child is back. */
@ApiTags('missing')
@Controller('v1/missing-episodes')
@Roles(...MISSING_ROLES)
export class MissingController {
  constructor(private readonly intake: IntakeService) {}

  @Post()
  @ApiAnswer('/v1/missing-episodes')
  @ApiOperation({ summary: 'Report a child missing or away without authorisation' })
  report(@Body() dto: ReportMissingDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(reportMissing, { dto, submission });
  }

  @Post(':id/update')
  @ApiAnswer()
  @ApiOperation({ summary: 'Tell what is new; areas that are added get the whole notice' })
  update(
    @Param('id') id: string,
    @Body() dto: UpdateMissingDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(updateMissing, { id, dto, submission });
  }

  @Post(':id/sighting')
  @ApiAnswer()
  @ApiOperation({ summary: 'Tell that the child was seen' })
  sighting(@Param('id') id: string, @Body() dto: SightingDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(recordSighting, { id, dto, submission });
  }

  @Post(':id/found')
  @ApiAnswer()
  @ApiOperation({ summary: 'Tell that the child was found or returned' })
  found(@Param('id') id: string, @Body() dto: FoundDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(recordFound, { id, dto, submission });
  }

  @Post(':id/strategy-discussed')
  @ApiAnswer()
  @ApiOperation({ summary: 'Record a strategy discussion' })
  strategyDiscussed(
    @Param('id') id: string,
    @Body() dto: StrategyDiscussionDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(recordStrategyDiscussion, { id, dto, submission });
  }

  @Post(':id/close')
  @ApiAnswer()
  @ApiOperation({ summary: 'Close the episode at the eighteenth birthday' })
  close(
    @Param('id') id: string,
    @Body() dto: CloseAtEighteenDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(closeAtEighteen, { id, dto, submission });
  }

  @Post(':id/correct')
  @ApiAnswer()
  @ApiOperation({ summary: 'Put right what was told wrong: everyone told before is told' })
  correct(
    @Param('id') id: string,
    @Body() dto: CorrectMissingDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(correctMissing, { id, dto, submission });
  }

  @Post(':id/withdraw')
  @ApiAnswer()
  @ApiOperation({ summary: 'Recall a notice that was posted in error' })
  withdraw(
    @Param('id') id: string,
    @Body() dto: WithdrawMissingDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(withdrawMissing, { id, dto, submission });
  }

  @Post(':id/acknowledge')
  @ApiAnswer()
  @ApiOperation({ summary: 'Answer, as an authority that was told' })
  acknowledge(
    @Param('id') id: string,
    @Body() dto: AcknowledgeMissingDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(acknowledgeMissing, { id, dto, submission });
  }
}
