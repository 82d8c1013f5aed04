import type { Purpose, Reader } from '@ibex/kernel';
import { ApiRead, CurrentPurpose, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { Plain } from '@ibex/runtime';
import { PictureAnswer, PictureFilter } from './risk-picture.dto';
import { RiskPictureQuery } from './risk-picture.query';

@ApiTags('views')
@Controller('v1/children/:recordRef/picture')
export class RiskPictureController {
  constructor(private readonly pictures: RiskPictureQuery) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({
    summary: 'Dated signs of risk of one child, each with its definition, its facts and their age: no score',
  })
  @ApiRead('Every indicator, always in the same order.', PictureAnswer)
  @ApiNotFoundResponse({ description: 'Unknown here, or nothing that you may see: the same answer.' })
  @ApiUnprocessableEntityResponse({ description: 'A moment that is still to come.' })
  find(
    @CurrentReader() reader: Reader,
    @Param('recordRef') recordRef: string,
    @Query() { asKnownAt }: PictureFilter,
    @CurrentPurpose() purpose: Purpose | undefined,
  ): Promise<Plain<PictureAnswer>> {
    return this.pictures.find(reader, { recordRef, asKnownAt, purpose });
  }
}
