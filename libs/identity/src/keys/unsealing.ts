import { Inject, Injectable } from '@nestjs/common';
import { IbexError, SEALER } from '@ibex/kernel';
import type { ChildIdentity, Sealer } from '@ibex/kernel';
import { toChildIdentity } from '../record/child-identity';

export type SealedIdentity = Readonly<{ recordRef: string; factId: string; sealed: string }>;

/** Reads identities of records that are being compared. What it gives is held no longer than the comparing lasts. */
@Injectable()
export class Unsealing {
  constructor(@Inject(SEALER) private readonly sealer: Pick<Sealer, 'unseal'>) {}

  /** undefined once the record was erased, and for what was altered: nobody can be recognised by that. */
  async find({ recordRef, factId, sealed }: SealedIdentity): Promise<ChildIdentity | undefined> {
    try {
      const fields = await this.sealer.unseal(recordRef, factId, sealed);
      return fields && toChildIdentity(fields);
    } catch (error) {
      if (error instanceof IbexError && error.code === 'proof/seal-broken') return undefined;
      throw error;
    }
  }
}
