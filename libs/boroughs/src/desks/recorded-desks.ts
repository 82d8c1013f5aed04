import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, SEALER } from '@ibex/kernel';
import type {
  DeskContacts,
  EscalationLadder,
  EscalationLadders,
  EventStore,
  RecordedFact,
  Sealer,
} from '@ibex/kernel';
import { USUAL, deskDecider, ladderOf } from './desk.decider';
import type { DesksState } from './desk.decider';
import type { DeskFact } from './desk.events';

/** The stream of an authority's desks, and the key under which its contacts are sealed: one scope for both. */
export const desksOf = (authority: string): string => `authority-${authority}`;

/** Codec: other facts may come to stand in the stream of an authority; these are ours. */
const isDeskFact = (fact: RecordedFact): fact is RecordedFact & DeskFact =>
  fact.type === 'DeskNamed' || fact.type === 'EscalationSet';

/** Desks as they are on record. */
@Injectable()
export class RecordedDesks implements EscalationLadders, DeskContacts {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SEALER) private readonly sealer: Sealer,
  ) {}

  async ladderFor(authority: string, kind: string): Promise<EscalationLadder> {
    return ladderOf(await this.of(authority), kind);
  }

  async of(authority: string): Promise<DesksState> {
    const facts = await this.store.readStream(desksOf(authority));
    return facts.filter(isDeskFact).reduce((state, fact) => deskDecider.evolve(state, fact), USUAL);
  }

  /** By desk, as last named; for the authority itself, and of its hub for the hubs of others. */
  async contactsOf(authority: string): Promise<ReadonlyMap<string, string>> {
    const contacts = new Map<string, string>();
    for (const fact of await this.store.readStream(desksOf(authority))) {
      if (!isDeskFact(fact) || fact.type !== 'DeskNamed') continue;
      const opened = fact.sealed && (await this.sealer.unseal(desksOf(authority), fact.id, fact.sealed));
      const contact = opened ? opened['contact'] : undefined;
      if (typeof contact === 'string') contacts.set(fact.data.desk, contact);
      else contacts.delete(fact.data.desk);
    }
    return contacts;
  }
}
