import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiStep, Roles, Submitted, notFound } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { Acknowledgements } from './acknowledgements';
import { AcknowledgedDto, AcknowledgementDto } from './inbox.dto';

const SEQUENCE = /^[1-9]\d{0,14}$/;

@ApiTags('inbox')
@Controller('v1/inbox/:sequence/acknowledgement')
export class AcknowledgementController {
  constructor(private readonly acknowledgements: Acknowledgements) {}

  @Post()
  @Roles('duty-desk', 'mash', 'placing-practitioner', 'system-client')
  @ApiOperation({ summary: 'Say that you took an entry on; the sender sees who and when' })
  @ApiStep(AcknowledgedDto)
  acknowledge(
    @Param('sequence') sequence: string,
    @Body() dto: AcknowledgementDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<AcknowledgedDto>> {
    // what is no number is no entry of the mailbox either
    if (!SEQUENCE.test(sequence)) throw notFound();
    return this.acknowledgements.acknowledge(Number(sequence), dto, submission);
  }
}
