import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiIdempotencyKey, ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { GlassOpenedDto } from '../../grants/api/grants.dto';
import type { GlassOpened } from '../../grants/break-glass';
import { MashSearch } from '../mash-search';
import { SearchDesk } from './search-desk';
import {
  ClosedSearchesDto,
  OpenResultDto,
  ReopenDto,
  ReopenedDto,
  SearchAnswerDto,
  SearchDto,
} from './searches.dto';

@ApiTags('search')
@Controller('v1/mash')
export class SearchesController {
  constructor(
    private readonly search: MashSearch,
    private readonly desk: SearchDesk,
  ) {}

  /** A POST although it changes no child's record: who a child is has no place in an address. */
  @Post('searches')
  @Header('Cache-Control', 'no-store')
  @Roles('mash')
  @ApiOperation({
    summary:
      'Is this child known elsewhere? Exact identifiers, a purpose and a reason; every search is on record',
  })
  @ApiStep(SearchAnswerDto)
  @ApiTooManyRequestsResponse({ description: 'A budget of searches is spent; Retry-After.' })
  make(
    @CurrentReader() reader: Reader,
    @Body() { identifiers, purpose, reason }: SearchDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<SearchAnswerDto>> {
    return this.search.search(reader, { identifiers, purpose, reason }, submission);
  }

  @Post('searches/:id/break-glass')
  @Roles('mash')
  @ApiOperation({
    summary: 'Open a result that you may not see, in an emergency; both authorities review it',
  })
  @ApiCreatedResponse({ type: GlassOpenedDto })
  @ApiIdempotencyKey()
  open(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() { result, reason }: OpenResultDto,
    @Submitted() submission: Submission,
  ): Promise<GlassOpened> {
    return this.desk.open(reader, { id, result, reason }, submission);
  }

  @Get('closed-searches')
  @Header('Cache-Control', 'no-store')
  @Roles('governance')
  @ApiOperation({
    summary: 'People of yours to whom searches are closed, because theirs looked like probing',
  })
  @ApiOkResponse({ type: ClosedSearchesDto })
  closed(@CurrentReader() reader: Reader): Promise<Plain<ClosedSearchesDto>> {
    return this.desk.closed(reader);
  }

  @Post('closed-searches/reopen')
  @Roles('governance')
  @ApiOperation({ summary: 'Open searches to a person of yours again' })
  @ApiStep(ReopenedDto)
  reopen(
    @CurrentReader() reader: Reader,
    @Body() { person, reason }: ReopenDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<ReopenedDto>> {
    return this.desk.reopen(reader, { person, reason }, submission);
  }
}
