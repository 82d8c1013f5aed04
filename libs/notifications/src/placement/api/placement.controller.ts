import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, IntakeService, Roles, Submitted } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { consultHost, goAhead, notifyPlacement } from './placement.actions';
import {
  changeHost,
  correctPlacement,
  endPlacement,
  supplyInformation,
  withdrawPlacement,
} from './placement-course.actions';
import {
  ChangeHostDto,
  CorrectPlacementDto,
  EndPlacementDto,
  SupplyInformationDto,
  WithdrawPlacementDto,
} from './placement-course.dto';
import { ConsultHostDto, GoAheadDto, NotifyPlacementDto } from './placement.dto';

type Answer = Promise<SubmissionAnswer>;
import { PLACING_SIDE } from './placement.roles';

/** What the placing authority orders. */
@ApiTags('placements')
@Controller('v1/placements')
@Roles(...PLACING_SIDE)
export class PlacementController {
  constructor(private readonly intake: IntakeService) {}

  @Post()
  @ApiAnswer('/v1/placements')
  @ApiOperation({ summary: 'Notify the area authority of a placement' })
  notify(@Body() dto: NotifyPlacementDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(notifyPlacement, { dto, submission });
  }

  @Post('consult')
  @ApiAnswer('/v1/placements')
  @ApiOperation({ summary: 'Consult the area authority before a placement at a distance' })
  consult(@Body() dto: ConsultHostDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(consultHost, { dto, submission });
  }

  @Post(':id/go-ahead')
  @ApiAnswer()
  @ApiOperation({ summary: 'Notify the placement about which the host was consulted' })
  goAhead(@Param('id') id: string, @Body() dto: GoAheadDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(goAhead, { id, dto, submission });
  }

  @Post(':id/supply')
  @ApiAnswer()
  @ApiOperation({ summary: 'Supply the care plan or the assessment that was pending' })
  supply(
    @Param('id') id: string,
    @Body() dto: SupplyInformationDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(supplyInformation, { id, dto, submission });
  }

  @Post(':id/change')
  @ApiAnswer()
  @ApiOperation({ summary: 'The carer moved to another area with the child: new and old host are told' })
  change(@Param('id') id: string, @Body() dto: ChangeHostDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(changeHost, { id, dto, submission });
  }

  @Post(':id/correct')
  @ApiAnswer()
  @ApiOperation({ summary: 'Put right what was posted wrong: everyone told before is told' })
  correct(
    @Param('id') id: string,
    @Body() dto: CorrectPlacementDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(correctPlacement, { id, dto, submission });
  }

  @Post(':id/end')
  @ApiAnswer()
  @ApiOperation({ summary: 'Tell the host that the placement ends or has ended' })
  end(@Param('id') id: string, @Body() dto: EndPlacementDto, @Submitted() submission: Submission): Answer {
    return this.intake.submit(endPlacement, { id, dto, submission });
  }

  @Post(':id/withdraw')
  @ApiAnswer()
  @ApiOperation({ summary: 'Recall a placement that was posted in error' })
  withdraw(
    @Param('id') id: string,
    @Body() dto: WithdrawPlacementDto,
    @Submitted() submission: Submission,
  ): Answer {
    return this.intake.submit(withdrawPlacement, { id, dto, submission });
  }
}
