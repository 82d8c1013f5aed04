import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiIdempotencyKey, CurrentReader, Roles, SubmissionAnswerBody, Submitted } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import type { Plain } from '../../plain';
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
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take access away, from the next request on; open streams are cut within a second',
  })
  @ApiOkResponse({ type: SubmissionAnswerBody })
  @ApiIdempotencyKey()
  revoke(
    @CurrentReader() reader: Reader,
    @Body() dto: RevocationDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.change('RevokeAccess', reader, dto, submission);
  }

  @Post('lift')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give access back' })
  @ApiOkResponse({ type: SubmissionAnswerBody })
  @ApiIdempotencyKey()
  lift(
    @CurrentReader() reader: Reader,
    @Body() dto: RevocationDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.change('LiftRevocation', reader, dto, submission);
  }
}
