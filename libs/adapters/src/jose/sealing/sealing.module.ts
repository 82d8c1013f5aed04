import { Global, Module } from '@nestjs/common';
import { DETAIL_SEALER } from '@ibex/kernel';
import { JweSealer } from './jwe-sealer';

/** DETAIL_SEALER: for whoever registers keys and whoever seals to them. */
@Global()
@Module({
  providers: [{ provide: DETAIL_SEALER, useFactory: () => new JweSealer() }],
  exports: [DETAIL_SEALER],
})
export class SealingModule {}
