import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { STATEMENT_SIGNER } from '@ibex/kernel';
import type { StatementSigner } from '@ibex/kernel';
import { Public } from '@ibex/runtime';

/** The public keys that receipts are verified with (RFC 7517, section 5): today's and those of before. Open to anybody. */
@ApiExcludeController()
@Public()
@Controller('.well-known/jwks.json')
export class ReceiptKeysController {
  constructor(@Inject(STATEMENT_SIGNER) private readonly signer: StatementSigner) {}

  @Get()
  keys(): ReturnType<StatementSigner['jwks']> {
    return this.signer.jwks();
  }
}
