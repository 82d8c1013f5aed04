import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DIGESTS, GUARDED_PARTS, SEALER } from '@ibex/kernel';
import type {
  ChildIdentity,
  Clock,
  Digests,
  GuardedParts,
  Introduction,
  NewFact,
  RecordedFact,
  Sealer,
} from '@ibex/kernel';
import { toChildIdentity } from './child-identity';
import { recordDefinition } from './record.definition';
import type { RecordFact } from './record.events';
import { latestSealed } from './stored-record';

/** A fact on its way to a record's stream. */
export type RecordDraft = Readonly<{ recordRef: string; fact: RecordFact; by: Introduction }>;

/** Seals the identity into a record's facts, stamped with the time, and reads it back. */
@Injectable()
export class RecordSealing {
  constructor(
    @Inject(SEALER) private readonly sealer: Sealer,
    @Inject(DIGESTS) private readonly digests: Digests,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(GUARDED_PARTS) private readonly guarded: Pick<GuardedParts, 'unsealWhole'>,
  ) {}

  now(): string {
    return this.clock.now();
  }

  async toNewFact({ recordRef, fact, by }: RecordDraft): Promise<NewFact> {
    const id = this.digests.uuidFrom(`${by.commandId}\n0`);
    return {
      id,
      type: fact.type,
      data: fact.data,
      sealed: await this.sealer.seal(recordRef, id, fact.personal ?? {}),
      metadata: {
        commandId: by.commandId,
        commandDigest: fact.data.identityDigest,
        correlationId: by.correlationId,
        actor: by.actor,
        schemaVersion: recordDefinition.facts[fact.type].version,
        recordRef,
      },
      recordedAt: this.now(),
    };
  }

  /** The identity as the newest of these facts tells it; undefined once the record was erased. */
  async unseal(recordRef: string, history: readonly RecordedFact[]): Promise<ChildIdentity | undefined> {
    const latest = latestSealed(history);
    const unsealed = latest && (await this.sealer.unseal(recordRef, latest.id, latest.sealed));
    return unsealed && toChildIdentity(unsealed);
  }

  /** With what leads to the child, though that is kept apart: so that it is not lost when the owner tells more. */
  async unsealWhole(recordRef: string, history: readonly RecordedFact[]): Promise<ChildIdentity | undefined> {
    const latest = latestSealed(history);
    const whole = latest && (await this.guarded.unsealWhole(recordRef, latest.id, latest.sealed));
    return whole && toChildIdentity(whole);
  }
}
