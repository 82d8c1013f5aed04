import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AUTHORITIES, ROLES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { Roles } from '@ibex/runtime';
import { AuthorityListDto } from './authorities.dto';

@ApiTags('authorities')
@Controller('v1/authorities')
export class AuthoritiesController {
  constructor(@Inject(AUTHORITIES) private readonly authorities: Authorities) {}

  @Get()
  @Roles(...ROLES)
  @ApiOperation({
    summary: 'Every English authority with children’s services, and whether it reads its mailbox here',
  })
  @ApiOkResponse({ type: AuthorityListDto })
  list(): Pick<AuthorityListDto, 'authorities'> {
    return { authorities: this.authorities.all() };
  }
}
