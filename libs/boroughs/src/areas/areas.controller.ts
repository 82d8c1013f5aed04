import { Body, Controller, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AUTHORITIES, CLOCK, POSTCODES, londonDateOf, standingOn } from '@ibex/kernel';
import type { Authorities, Clock, PostcodeDirectory } from '@ibex/kernel';
import { Roles } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { FindAreasDto, FoundAreasDto } from './areas.dto';
import type { FoundAreaDto } from './areas.dto';

/** `cr01ea` as `CR0 1EA`, as tables hold them. */
const written = (postcode: string): string => {
  const bare = postcode.replaceAll(/\s/g, '').toUpperCase();
  return `${bare.slice(0, -3)} ${bare.slice(-3)}`;
};

@ApiTags('authorities')
@Controller('v1/areas')
export class AreasController {
  constructor(
    @Inject(POSTCODES) private readonly postcodes: PostcodeDirectory,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A POST although it changes nothing: where a child lives has no place in an address. */
  @Post('find')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client')
  @ApiOperation({ summary: 'Which authority postcodes lie in, as a notice would be placed by them' })
  @ApiOkResponse({ type: FoundAreasDto })
  async find(@Body() { postcodes }: FindAreasDto): Promise<Plain<FoundAreasDto>> {
    const [size, areas] = await Promise.all([
      this.postcodes.size(),
      Promise.all(postcodes.map((postcode) => this.areaOf(postcode))),
    ]);
    return { tableLoaded: size > 0, areas };
  }

  private async areaOf(postcode: string): Promise<Plain<FoundAreaDto>> {
    const gss = await this.postcodes.authorityOf(written(postcode));
    const today = londonDateOf(this.clock.now());
    return { postcode, authorities: gss === undefined ? [] : standingOn(this.authorities, gss, today) };
  }
}
