import { Inject, Injectable, Optional } from '@nestjs/common';
import { EVENT_STORE, PSEUDONYMS, RevisionConflict } from '@ibex/kernel';
import type {
  ChildIdentity,
  ChildRecord,
  EventStore,
  GuardedRecords,
  Introduction,
  Position,
  Pseudonyms,
  RecordedFact,
  Records,
} from '@ibex/kernel';
import { identityDigestOf, mergeIdentity } from './child-identity';
import { recordDecider } from './record.decider';
import { RecordSealing } from './record-sealing';
import type { RecordFact } from './record.events';
import { RecordsSeen } from './records-seen';
import type { RecordSeen } from './records-seen';
import { foldRecord } from './stored-record';
import type { StoredRecord } from './stored-record';

const TRIES = 5;
export const recordStream = (recordRef: string): string => `record-${recordRef}`;

/** Records of children, kept in the log: one stream each, the identity sealed under the record's own key. */
@Injectable()
export class LogRecords implements Records, GuardedRecords {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PSEUDONYMS) private readonly pseudonyms: Pseudonyms,
    private readonly sealing: RecordSealing,
    @Optional() private readonly seen: RecordsSeen = new RecordsSeen(),
  ) {}

  /** Throws KeyDestroyed for a child that was erased: it must be told of under a new local id, knowingly. */
  async introduce(child: ChildIdentity, by: Introduction): Promise<ChildRecord> {
    const recordRef = this.pseudonyms.recordRef(by.actor.authority, child.localId);
    const told = identityDigestOf(this.pseudonyms, child);
    const seen = this.seen.find(recordRef);
    if (seen && (seen.known === told || seen.lastTold === told)) return seen.record;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const known = await this.tell(recordRef, child, by);
        this.seen.remember({ ...known, lastTold: told });
        return known.record;
      } catch (fault) {
        // another notice about the same child was a moment quicker
        if (!(fault instanceof RevisionConflict) || attempt === TRIES) throw fault;
      }
    }
  }

  async findByLocalId(authority: string, localId: string): Promise<ChildRecord | undefined> {
    return this.find(this.pseudonyms.recordRef(authority, localId));
  }

  /** From the log every time, so that a record that there is takes as long to be found as one that there is not. */
  async find(recordRef: string): Promise<ChildRecord | undefined> {
    const opening = await this.store.readStream(recordStream(recordRef), { limit: 1 });
    return foldRecord(recordRef, opening)?.record;
  }

  async identityOf(recordRef: string, before?: Position): Promise<ChildIdentity | undefined> {
    if (before !== undefined) {
      const history = await this.store.readStream(recordStream(recordRef));
      return this.sealing.unseal(
        recordRef,
        history.filter(({ position }) => position < before),
      );
    }
    return this.sealing.unseal(recordRef, await this.newestOf(recordRef));
  }

  async wholeIdentityOf(recordRef: string): Promise<ChildIdentity | undefined> {
    return this.sealing.unsealWhole(recordRef, await this.newestOf(recordRef));
  }

  private newestOf(recordRef: string): Promise<readonly RecordedFact[]> {
    return this.store.readStream(recordStream(recordRef), { direction: 'backwards', limit: 1 });
  }

  private async tell(recordRef: string, child: ChildIdentity, by: Introduction): Promise<RecordSeen> {
    const history = await this.store.readStream(recordStream(recordRef));
    const stored = foldRecord(recordRef, history);
    const personal = mergeIdentity(await this.sealing.unsealWhole(recordRef, history), child);
    const identityDigest = identityDigestOf(this.pseudonyms, personal);
    const decision = recordDecider.decide(
      { type: 'TellIdentity', data: { by: by.actor.authority, identityDigest }, personal },
      stored?.state ?? recordDecider.initialState,
      this.sealing.now(),
    );
    // the reference is made from authority and local id, so a record of another authority cannot be met here
    if (decision.outcome === 'refused') throw new Error(decision.refusal.code);
    const [fact] = decision.facts;
    if (fact) return this.append({ recordRef, fact, by, stored });
    if (!stored) throw new Error('a record was neither there nor introduced');
    return toSeen(stored);
  }

  private async append(telling: Telling): Promise<RecordSeen> {
    const { recordRef, fact, by, stored } = telling;
    const { facts } = await this.store.append(recordStream(recordRef), stored?.revision ?? 'none', [
      await this.sealing.toNewFact({ recordRef, fact, by }),
    ]);
    const [told] = facts;
    if (!told) throw new Error('an append of one fact recorded none');
    const introducedAt = stored?.record.introducedAt ?? told.recordedAt;
    const record = { recordRef, owner: by.actor.authority, introducedAt };
    return { record, known: fact.data.identityDigest, revision: told.revision };
  }
}

const toSeen = ({ record, identityDigest, revision }: StoredRecord): RecordSeen => ({
  record,
  known: identityDigest,
  revision,
});

type Telling = Readonly<{
  recordRef: string;
  fact: RecordFact;
  by: Introduction;
  stored: StoredRecord | undefined;
}>;
