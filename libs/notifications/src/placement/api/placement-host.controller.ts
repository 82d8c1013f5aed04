import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, IntakeService, Roles, Submitted } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { acknowledgePlacement, respondToPlacement } from './placement-course.actions';
import { AcknowledgePlacementDto, RespondToPlacementDto } from './placement-course.dto';
import { HOST_SIDE } from './placement.roles';

/** What the host authority answers. */
@ApiTags('placements')
@Controller('v1/placements')
@Roles(...HOST_SIDE)
export class PlacementHostController {
  constructor(private readonly intake: IntakeService) {}

  @Post(':id/acknowledge')
  @ApiAnswer()
  @ApiOperation({ summary: 'Confirm, as the host authority, that you know of the placement' })
  acknowledge(
    @Param('id') id: string,
    @Body() dto: AcknowledgePlacementDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.intake.submit(acknowledgePlacement, { id, dto, submission });
  }

  @Post(':id/respond')
  @ApiAnswer()
  @ApiOperation({ summary: 'Tell the placing authority what you did or are concerned about' })
  respond(
    @Param('id') id: string,
    @Body() dto: RespondToPlacementDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.intake.submit(respondToPlacement, { id, dto, submission });
  }
}
