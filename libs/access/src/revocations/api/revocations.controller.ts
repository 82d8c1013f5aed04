import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { RevocationDesk } from '../revocation-desk';
import { RevocationDto, RevokedListDto } from './revocations.dto';

@ApiTags('access')
@Controller('v1/access/revocations')
@Roles('governance')
export class RevocationsController {
  constructor(private readonly desk: RevocationDesk) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'People and tokens of your authority whose access is taken away now' })
  @ApiOkResponse({ type: RevokedListDto })
  async list(@CurrentReader() reader: Reader): Promise<Plain<RevokedListDto>> {
    return { revocations: await this.desk.of(reader) };
  }

  @Post()
  @ApiOperation({
    summary: 'Take access away, from the next request on; open streams are cut within a second',
  })
  @ApiStep()
  revoke(
    @CurrentReader() reader: Reader,
    @Body() dto: RevocationDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.change('RevokeAccess', reader, dto, submission);
  }

  @Post('lift')
  @ApiOperation({ summary: 'Give access back' })
  @ApiStep()
  lift(
    @CurrentReader() reader: Reader,
    @Body() dto: RevocationDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.change('LiftRevocation', reader, dto, submission);
  }
}
