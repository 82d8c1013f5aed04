import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiIdempotencyKey, ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { KeyChangedDto, KeyOfferedDto, KeysDto, OfferKeyDto, ProveKeyDto, RevokeKeyDto } from './keys.dto';
import { OwnKeys } from './own-keys';

@ApiTags('authorities')
@Controller('v1/authority-keys')
@Roles('governance', 'system-client')
export class KeysController {
  constructor(private readonly keys: OwnKeys) {}

  @Get()
  @Roles('governance', 'system-client', 'duty-desk')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Keys that your authority’s details are or were sealed to, and when the last ends',
  })
  @ApiOkResponse({ type: KeysDto })
  list(@CurrentReader() { authority }: Reader): Promise<Plain<KeysDto>> {
    return this.keys.shown(authority);
  }

  @Post()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Offer a public key; answered with a challenge that only its holder can open' })
  @ApiCreatedResponse({ type: KeyOfferedDto })
  @ApiIdempotencyKey()
  offer(@Body() dto: OfferKeyDto, @Submitted() submission: Submission): Promise<Plain<KeyOfferedDto>> {
    return this.keys.offer(dto, submission);
  }

  @Post(':kid/proof')
  @ApiOperation({ summary: 'Answer the challenge: from now on details are sealed to this key' })
  @ApiStep(KeyChangedDto)
  prove(
    @Param('kid') kid: string,
    @Body() { nonce }: ProveKeyDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<KeyChangedDto>> {
    return this.keys.prove(kid, nonce, submission);
  }

  @Post(':kid/revocation')
  @ApiOperation({ summary: 'Seal nothing to this key any more, from the next message on; for good' })
  @ApiStep(KeyChangedDto)
  revoke(
    @Param('kid') kid: string,
    @Body() dto: RevokeKeyDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<KeyChangedDto>> {
    return this.keys.revoke(kid, dto, submission);
  }
}
