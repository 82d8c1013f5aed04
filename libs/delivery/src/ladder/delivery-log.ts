import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DIGESTS, EVENT_STORE, RevisionConflict } from '@ibex/kernel';
import type {
  Actor,
  Clock,
  Digests,
  EventStore,
  ExpectedRevision,
  MailboxEntry,
  NewFact,
} from '@ibex/kernel';
import { deliveryDecider } from './delivery.decider';
import { deliveryDefinition } from './delivery.definition';
import type { Channel, DeliveryFact, Evidence } from './delivery.events';

export const deliveryStream = (entryId: string): string => `delivery-${entryId}`;

const TRIES = 3;
const isDelivery = (facts: readonly Readonly<{ type: string }>[]): boolean =>
  facts.some(({ type }) => type === 'NoticeDelivered');

/** An entry that reached somebody: whom, how, and when. */
export type HandedOut = Readonly<{
  entry: MailboxEntry;
  to: Actor;
  channel: Channel;
  evidence: Evidence;
  at: string;
  sealedTo?: string;
}>;

/** Writes that entries were delivered. The fact's id is derived from the entry, so writing it twice writes it once. */
@Injectable()
export class DeliveryLog {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIGESTS) private readonly digests: Digests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): string {
    return this.clock.now();
  }

  async isDelivered({ entryId }: MailboxEntry): Promise<boolean> {
    return isDelivery(await this.store.readStream(deliveryStream(entryId)));
  }

  /** All at once, so that they share one flush to disk. */
  async record(handed: readonly HandedOut[]): Promise<void> {
    // what stands in place of a withdrawn entry tells nothing, so it is delivered to nobody
    const told = handed.filter(({ entry }) => !entry.withdrawn);
    await Promise.all(told.map((one) => this.recordOne(one)));
  }

  private async recordOne(handed: HandedOut): Promise<void> {
    const { entry, channel, evidence, at, sealedTo } = handed;
    const sealed = sealedTo === undefined ? {} : { sealedTo };
    const { authority, sequence, factId, stream: notice } = entry;
    const decision = deliveryDecider.decide(
      {
        type: 'RecordDelivery',
        data: { authority, sequence, factId, notice, channel, evidence, deliveredAt: at, ...sealed },
      },
      deliveryDecider.initialState,
      at,
    );
    const [fact] = decision.outcome === 'accepted' ? decision.facts : [];
    if (fact) await this.append(deliveryStream(entry.entryId), this.toNewFact(fact, handed));
  }

  /** Mostly the first fact of its stream; only a channel that did not take the entry may have written before. */
  private async append(stream: string, fact: NewFact): Promise<void> {
    let expected: ExpectedRevision = 'none';
    for (let left = TRIES; left > 0; left -= 1) {
      try {
        await this.store.append(stream, expected, [fact]);
        return;
      } catch (fault) {
        if (!(fault instanceof RevisionConflict) || left === 1) throw fault;
        const stored = await this.store.readStream(stream);
        // another process was quicker: delivered is delivered
        if (isDelivery(stored)) return;
        expected = stored.at(-1)?.revision ?? 'none';
      }
    }
  }

  private toNewFact({ type, data }: DeliveryFact, { entry, to }: HandedOut): NewFact {
    const commandId = this.digests.uuidFrom(`${entry.entryId}\ndelivered`);
    return {
      id: this.digests.uuidFrom(`${commandId}\n0`),
      type,
      data,
      metadata: {
        commandId,
        commandDigest: commandId,
        correlationId: entry.factId,
        causationId: entry.factId,
        actor: to,
        schemaVersion: deliveryDefinition.facts[type].version,
        recordRef: entry.recordRef,
      },
      recordedAt: this.clock.now(),
    };
  }
}
