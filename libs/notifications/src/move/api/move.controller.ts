import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, IntakeService, Roles, Submitted } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { correctMove, notifyMove } from './move.actions';
import { withdrawMove } from './move-course.actions';
import { WithdrawMoveDto } from './move-course.dto';
import { CorrectMoveDto, NotifyMoveDto } from './move.dto';
import { EITHER_SIDE } from './move.roles';

type Answer = Promise<SubmissionAnswer>;

/** What the authority that notifies a move orders: the originating one, or the one where the family turned up. */
@ApiTags('moves')
@Controller('v1/moves')
@Roles(...EITHER_SIDE)
export class MoveController {
  constructor(private readonly intake: IntakeService) {}

  @Post()
  @ApiAnswer('/v1/moves')
  @ApiOperation({ summary: 'Notify the other authority of a child who moves, or who turned up' })
  notify(@Body() dto: NotifyMoveDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(notifyMove, { dto, submission });
  }

  @Post(':id/correct')
  @ApiAnswer()
  @ApiOperation({ summary: 'Put right what was posted wrong' })
  correct(@Param('id') id: string, @Body() dto: CorrectMoveDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(correctMove, { id, dto, submission });
  }

  @Post(':id/withdraw')
  @ApiAnswer()
  @ApiOperation({ summary: 'Recall a notice that was posted in error' })
  withdraw(
    @Param('id') id: string,
    @Body() dto: WithdrawMoveDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(withdrawMove, { id, dto, submission });
  }
}
