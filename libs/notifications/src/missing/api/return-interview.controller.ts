import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, IntakeService, Roles, Submitted } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { acceptInterview, declineInterview, holdInterview, offerInterview } from './missing-course.actions';
import {
  DeclineInterviewDto,
  HoldInterviewDto,
  InterviewStepDto,
  OfferInterviewDto,
} from './missing-course.dto';
import { MISSING_ROLES } from './missing.roles';

type Answer = Promise<SubmissionAnswer>;

/** The return home interview: within 72 hours of the return, by somebody independent. */
@ApiTags('missing')
@Controller('v1/missing-episodes')
@Roles(...MISSING_ROLES)
export class ReturnInterviewController {
  constructor(private readonly intake: IntakeService) {}

  @Post(':id/interview-offered')
  @ApiAnswer()
  @ApiOperation({ summary: 'Record that a return interview was offered' })
  offered(
    @Param('id') id: string,
    @Body() dto: OfferInterviewDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(offerInterview, { id, dto, submission });
  }

  @Post(':id/interview-accepted')
  @ApiAnswer()
  @ApiOperation({ summary: 'Record that it was accepted' })
  accepted(
    @Param('id') id: string,
    @Body() dto: InterviewStepDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(acceptInterview, { id, dto, submission });
  }

  @Post(':id/interview-held')
  @ApiAnswer()
  @ApiOperation({ summary: 'Record that it was held' })
  held(@Param('id') id: string, @Body() dto: HoldInterviewDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(holdInterview, { id, dto, submission });
  }

  @Post(':id/interview-declined')
  @ApiAnswer()
  @ApiOperation({ summary: 'Record that it was declined' })
  declined(
    @Param('id') id: string,
    @Body() dto: DeclineInterviewDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(declineInterview, { id, dto, submission });
  }
}
