import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { CurrentReader, Roles } from '../access/access.decorators';
import type { Plain } from '../openapi/plain';
import { PreviewDto, PreviewOrder } from './preview.dto';
import { PreviewService } from './preview.service';

@ApiTags('previews')
@Controller('v1/previews')
export class PreviewsController {
  constructor(private readonly previews: PreviewService) {}

  /** A POST although it changes nothing: a body with a child in it has no place in an address. */
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client')
  @ApiOperation({
    summary: 'What an order would come to, and who would be told on which legal basis; records nothing',
  })
  @ApiOkResponse({ type: PreviewDto })
  preview(@CurrentReader() reader: Reader, @Body() order: PreviewOrder): Promise<Plain<PreviewDto>> {
    return this.previews.preview(reader, order);
  }
}
