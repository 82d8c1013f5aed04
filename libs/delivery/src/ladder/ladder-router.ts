import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AUTHORITIES, DIGESTS } from '@ibex/kernel';
import type {
  Authorities,
  Digests,
  FactFilter,
  Mailbox,
  NewEntry,
  Position,
  RecordedFact,
} from '@ibex/kernel';
import { SubscriptionRunner } from '@ibex/runtime';
import type { Reaction } from '@ibex/runtime';
import { TellingMailbox } from '../router/telling-mailbox';
import { LADDER_MESSAGES, isLadderMessage } from './ladder.messages';
import { toldEntryOf } from './told-entries';

export const LADDER_ROUTER = 'router-ladder';

/**
 * Brings questions, answers, silences and escalations into the mailboxes that they are for. A router of its own name:
 * entries and its checkpoint move in one transaction, and an entry's id comes from fact and recipient, so that numbers
 * have no gaps and a router killed anywhere repeats nothing. A flood of notices does not hold it up, nor it them.
 */
@Injectable()
export class LadderRouter implements Reaction, OnModuleInit {
  readonly name = LADDER_ROUTER;
  readonly group = 'routers';
  readonly filter: FactFilter = { types: Object.keys(LADDER_MESSAGES) };

  constructor(
    @Inject(TellingMailbox)
    private readonly mailbox: Pick<Mailbox, 'checkpoint' | 'deliver' | 'entriesOfFact'>,
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'isMember'>,
    @Inject(DIGESTS) private readonly digests: Pick<Digests, 'uuidFrom'>,
    private readonly subscriptions: SubscriptionRunner,
  ) {}

  onModuleInit(): void {
    this.subscriptions.add(this);
  }

  checkpoint(): Promise<Position> {
    return this.mailbox.checkpoint(this.name);
  }

  async handle(facts: readonly RecordedFact[], upTo: Position): Promise<void> {
    const told = facts.flatMap((fact) => toldEntryOf(fact, (key) => this.digests.uuidFrom(key)) ?? []);
    const entries = await Promise.all(told.map((entry) => this.citing(entry)));
    // who reads no mailbox here is told of the notice by other means; a question has no letter of its own
    const readable = entries.filter(({ authority }) => this.authorities.isMember(authority));
    await this.mailbox.deliver(this.name, readable, upTo);
  }

  /** An answer about what an agreement opened is opened by the same clause, and ends with it. */
  private async citing(entry: NewEntry): Promise<NewEntry> {
    if (entry.type !== LADDER_MESSAGES.QueryAnswered.message) return entry;
    const about = await this.mailbox.entriesOfFact(entry.factId);
    const own = about.find(({ authority, type }) => authority === entry.authority && !isLadderMessage(type));
    return own?.agreement ? { ...entry, agreement: own.agreement } : entry;
  }
}
