import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS, SECRET_MAKER } from '@ibex/kernel';
import type { Digests, SecretMaker, SigningScheme } from '@ibex/kernel';
import type { Submission } from '@ibex/runtime';
import type { SecretOffered } from '../domain/subscription.commands';

/** A secret before it is recorded, and its text, which is sealed and shown once. */
export type Made = Readonly<{ offered: SecretOffered; text: string }>;

/** Ids and secrets for new things; the ids follow from the command, so that a repeated command means the same. */
@Injectable()
export class Making {
  constructor(
    @Inject(DIGESTS) private readonly digests: Digests,
    @Inject(SECRET_MAKER) private readonly secrets: SecretMaker,
  ) {}

  idOf({ commandId }: Submission): string {
    return this.digests.uuidFrom(`${commandId}\nsubscription`);
  }

  secret({ commandId }: Submission, scheme: SigningScheme = 'hmac-sha256'): Made {
    const { secret, publicKey } = this.secrets.make(scheme);
    const secretId = this.digests.uuidFrom(`${commandId}\nsecret`);
    return {
      offered: { secretId, scheme, ...(publicKey === undefined ? {} : { publicKey }) },
      text: secret,
    };
  }
}
