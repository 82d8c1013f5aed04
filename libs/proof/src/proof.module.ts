import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DIGESTS, GUARDED_PARTS, PSEUDONYMS, SEALER } from '@ibex/kernel';
import { RECEIPT_ISSUER } from '@ibex/runtime';
import { PlainDigests } from './plain-digests';
import { KeyedPseudonyms } from './pseudonyms/keyed-pseudonyms';
import { ReceiptKeysController } from './receipts/receipt-keys.controller';
import { ReceiptService } from './receipts/receipt.service';
import { RecordSealer } from './sealing/record-sealer';

export type ProofOptions = Readonly<{
  /** At least 256 secret bits. Losing them loses the link from local ids to records; changing them breaks it. */
  pseudonymKey: Uint8Array;
}>;

/** Global. Needs the ports KEY_VAULT and STATEMENT_SIGNER. */
@Module({})
export class ProofModule {
  static forRoot({ pseudonymKey }: ProofOptions): DynamicModule {
    const providers = [
      { provide: SEALER, useClass: RecordSealer },
      { provide: GUARDED_PARTS, useExisting: SEALER },
      { provide: PSEUDONYMS, useValue: new KeyedPseudonyms(pseudonymKey) },
      { provide: DIGESTS, useClass: PlainDigests },
      { provide: RECEIPT_ISSUER, useClass: ReceiptService },
    ];
    return {
      module: ProofModule,
      global: true,
      controllers: [ReceiptKeysController],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
