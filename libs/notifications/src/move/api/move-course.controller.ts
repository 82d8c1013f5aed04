import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, IntakeService, Roles, Submitted } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import {
  acceptMove,
  becamePermanent,
  conferenceHeld,
  confirmArrival,
  declineMove,
  handOverMove,
  reportNotArrived,
  supplyInformation,
} from './move-course.actions';
import {
  AcceptMoveDto,
  ConferenceHeldDto,
  ConfirmArrivalDto,
  DeclineMoveDto,
  HandOverMoveDto,
  MakeMovePermanentDto,
  ReportNotArrivedDto,
  SupplyMoveInformationDto,
} from './move-course.dto';
import { EITHER_SIDE, ORIGINATING, RECEIVING } from './move.roles';

type Answer = Promise<SubmissionAnswer>;

/** What the two authorities tell each other after the notice. */
@ApiTags('moves')
@Controller('v1/moves')
export class MoveCourseController {
  constructor(private readonly intake: IntakeService) {}

  @Post(':id/supply-information')
  @Roles(...ORIGINATING)
  @ApiAnswer()
  @ApiOperation({ summary: 'Say which written information was supplied' })
  supply(
    @Param('id') id: string,
    @Body() dto: SupplyMoveInformationDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(supplyInformation, { id, dto, submission });
  }

  @Post(':id/accept')
  @Roles(...RECEIVING)
  @ApiAnswer()
  @ApiOperation({ summary: 'Accept the referral' })
  accept(@Param('id') id: string, @Body() dto: AcceptMoveDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(acceptMove, { id, dto, submission });
  }

  @Post(':id/decline')
  @Roles(...RECEIVING)
  @ApiAnswer()
  @ApiOperation({ summary: 'Decline the referral, with a reason' })
  decline(@Param('id') id: string, @Body() dto: DeclineMoveDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(declineMove, { id, dto, submission });
  }

  @Post(':id/conference-held')
  @Roles(...RECEIVING)
  @ApiAnswer()
  @ApiOperation({ summary: 'Record the transfer-in conference' })
  conference(
    @Param('id') id: string,
    @Body() dto: ConferenceHeldDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(conferenceHeld, { id, dto, submission });
  }

  @Post(':id/hand-over')
  @Roles(...ORIGINATING)
  @ApiAnswer()
  @ApiOperation({ summary: 'Hand over responsibility' })
  handOver(
    @Param('id') id: string,
    @Body() dto: HandOverMoveDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(handOverMove, { id, dto, submission });
  }

  @Post(':id/arrived')
  @Roles(...EITHER_SIDE)
  @ApiAnswer()
  @ApiOperation({ summary: 'Confirm that the child arrived' })
  arrived(
    @Param('id') id: string,
    @Body() dto: ConfirmArrivalDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(confirmArrival, { id, dto, submission });
  }

  @Post(':id/not-arrived')
  @Roles(...EITHER_SIDE)
  @ApiAnswer()
  @ApiOperation({ summary: 'Report that the child did not arrive' })
  notArrived(
    @Param('id') id: string,
    @Body() dto: ReportNotArrivedDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(reportNotArrived, { id, dto, submission });
  }

  @Post(':id/became-permanent')
  @Roles(...EITHER_SIDE)
  @ApiAnswer()
  @ApiOperation({ summary: 'Say that a temporary move is permanent now' })
  permanent(
    @Param('id') id: string,
    @Body() dto: MakeMovePermanentDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(becamePermanent, { id, dto, submission });
  }
}
