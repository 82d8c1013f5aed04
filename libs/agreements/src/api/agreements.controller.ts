import { Body, Controller, Get, Header, Param, Post, SetMetadata } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import {
  ApiIdempotencyKey,
  ApiRead,
  ApiStep,
  CurrentReader,
  LOCATION_METADATA,
  Roles,
  SubmissionAnswerBody,
  Submitted,
} from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { AgreementDesk } from './agreement-desk';
import { AgreementReader } from './agreement-reader';
import { LeavingDto, SignatureDto, TermsDto } from './agreements.dto';
import { AgreementDto, AgreementListDto } from './answers.dto';

@ApiTags('agreements')
@Controller('v1/agreements')
@Roles('governance')
export class AgreementsController {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly reader: AgreementReader,
  ) {}

  @Get()
  @Roles('governance', 'duty-desk', 'mash', 'system-client')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Sharing agreements that your authority is, or was, a party to' })
  @ApiRead('In the order in which you became a party.', AgreementListDto)
  list(@CurrentReader() reader: Reader): Promise<Plain<AgreementListDto>> {
    return this.reader.list(reader);
  }

  @Get(':id')
  @Roles('governance', 'duty-desk', 'mash', 'system-client')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'One agreement: its versions, who signed which when, who has left, who ended it' })
  @ApiOkResponse({ type: AgreementDto })
  one(@CurrentReader() reader: Reader, @Param('id') id: string): Promise<Plain<AgreementDto>> {
    return this.reader.one(reader, id);
  }

  @Post()
  @SetMetadata(LOCATION_METADATA, '/v1/agreements')
  @ApiOperation({ summary: 'Propose an agreement; it is in force once every party has signed it off' })
  @ApiCreatedResponse({ type: SubmissionAnswerBody })
  @ApiIdempotencyKey()
  propose(
    @CurrentReader() reader: Reader,
    @Body() dto: TermsDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.propose(reader, dto, submission);
  }

  @Post(':id/amendments')
  @ApiOperation({
    summary: 'Propose a new version; the old one holds until every party has signed the new one',
  })
  @ApiStep()
  amend(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: TermsDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.amend(reader, id, dto, submission);
  }

  @Post(':id/signature')
  @ApiOperation({ summary: 'Sign off the newest version for your own authority, in person' })
  @ApiStep()
  sign(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: SignatureDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.sign(reader, id, dto, submission);
  }

  @Post(':id/withdrawal')
  @ApiOperation({ summary: 'Leave it at once; it goes on between the others where two are left' })
  @ApiStep()
  leave(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: LeavingDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.leave(reader, id, dto, submission);
  }

  @Post(':id/end')
  @ApiOperation({ summary: 'End it at once for all; nothing of what it opened is handed out any more' })
  @ApiStep()
  end(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: LeavingDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.end(reader, id, dto, submission);
  }
}
