import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CLOCK, STATEMENT_SIGNER, TOKEN_VERIFIER } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import type { SigningKey } from './signing-key';
import { Ed25519StatementSigner } from './statement-signer';
import { JoseTokenVerifier } from './token-verifier';
import type { VerifierOptions } from './token-verifier';

export type JoseOptions = Omit<VerifierOptions, 'clock'> &
  Readonly<{
    /** Signs receipts. */
    signingKey: SigningKey;
    formerKeys?: readonly SigningKey['publicJwk'][];
  }>;

/** Global: TOKEN_VERIFIER and STATEMENT_SIGNER. Needs CLOCK. */
@Module({})
export class JoseModule {
  static forRoot({ signingKey, formerKeys, ...verifying }: JoseOptions): DynamicModule {
    const verifier = {
      provide: TOKEN_VERIFIER,
      inject: [CLOCK],
      useFactory: async (clock: Clock) => {
        const made = new JoseTokenVerifier({ ...verifying, clock });
        await made.ready(); // an issuer's unusable key stops the start, not the first request
        return made;
      },
    };
    const signer = {
      provide: STATEMENT_SIGNER,
      useFactory: () => new Ed25519StatementSigner(signingKey, formerKeys),
    };
    return {
      module: JoseModule,
      global: true,
      providers: [verifier, signer],
      exports: [TOKEN_VERIFIER, STATEMENT_SIGNER],
    };
  }
}
