import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { SECRET_MAKER, TARGET_CHECK } from '@ibex/kernel';
import type { SecretMaker } from '@ibex/kernel';
import { PublicTargets } from './guard/public-targets';
import type { TargetOptions } from './guard/public-targets';
import { newEd25519Secret, newHmacSecret } from './signing/webhook-secret';

const secrets: SecretMaker = {
  make: (scheme) => (scheme === 'ed25519' ? newEd25519Secret() : { secret: newHmacSecret() }),
};

/** What registering a webhook needs: whether its target may be called, and secrets to sign with. Sends nothing. */
@Module({})
export class WebhookTargetsModule {
  static with(options: TargetOptions = {}): DynamicModule {
    const providers = [
      { provide: TARGET_CHECK, useValue: new PublicTargets(options) },
      { provide: SECRET_MAKER, useValue: secrets },
    ];
    return {
      module: WebhookTargetsModule,
      global: true,
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
