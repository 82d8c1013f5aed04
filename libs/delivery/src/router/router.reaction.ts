import { MEMBERSHIP_CATEGORY } from '@ibex/kernel';
import type {
  FactFilter,
  Mailbox,
  NewEntry,
  NotificationDefinition,
  Position,
  RecordedFact,
} from '@ibex/kernel';
import type { Reaction } from '@ibex/runtime';
import { isNotice } from './addressed.rule';

/** Types that share a lane. */
export type Lane = Readonly<{ name: string; definitions: readonly NotificationDefinition[] }>;

/** Who is told of a fact, as entries ready for their mailboxes. */
export interface Addresses {
  entriesOf(definition: NotificationDefinition, fact: RecordedFact): Promise<readonly NewEntry[]>;
  /** What an authority that this fact lets in finds in its mailbox, of these types. */
  entriesOnJoining?(
    fact: RecordedFact,
    definitions: readonly NotificationDefinition[],
  ): Promise<readonly NewEntry[]>;
}

/** Opens tasks for the entries that nobody would read, and returns the others. Idempotent by entry id. */
export interface OtherMeans {
  sortOut(entries: readonly NewEntry[]): Promise<readonly NewEntry[]>;
  /** Those of the entries whose recipient reads a mailbox here; opens nothing. */
  readersOnly?(entries: readonly NewEntry[]): Promise<readonly NewEntry[]>;
  /** Closes the tasks that stood for these entries: their recipient has joined and reads them itself. Idempotent. */
  overtake?(entries: readonly NewEntry[], joinedAt: RecordedFact): Promise<void>;
}

/**
 * Brings every fact of its lane to those whom the type's audience names: members through their mailbox, others
 * through a task of the sender. Where an authority joins, it brings to it what is still live: at that place of the log
 * and nowhere else, so that what was posted before and what is posted after arrive once and in order. Killed anywhere, it does the same again: tasks have ids derived from fact and
 * recipient, and entries move together with the checkpoint.
 */
export class RouterReaction implements Reaction {
  readonly name: string;
  readonly group = 'routers';
  readonly filter: FactFilter;
  private readonly byCategory: ReadonlyMap<string, NotificationDefinition>;

  constructor(
    { name, definitions }: Lane,
    private readonly addresses: Addresses,
    private readonly otherMeans: OtherMeans,
    private readonly mailbox: Pick<Mailbox, 'checkpoint' | 'deliver'>,
  ) {
    this.name = name;
    this.filter = { categories: [...definitions.map(({ category }) => category), MEMBERSHIP_CATEGORY] };
    this.byCategory = new Map(definitions.map((definition) => [definition.category, definition]));
  }

  checkpoint(): Promise<Position> {
    return this.mailbox.checkpoint(this.name);
  }

  async handle(facts: readonly RecordedFact[], upTo: Position): Promise<void> {
    const ready: NewEntry[] = [];
    let told: NewEntry[] = [];
    for (const fact of facts) {
      const definition = this.byCategory.get(fact.category);
      if (definition) told.push(...(await this.entriesOf(definition, fact)));
      if (fact.category !== MEMBERSHIP_CATEGORY) continue;
      ready.push(...(await this.otherMeans.sortOut(told)), ...(await this.joining(fact)));
      told = [];
    }
    // tasks first: once the checkpoint has moved, nothing before it is looked at again
    ready.push(...(await this.otherMeans.sortOut(told)));
    await this.mailbox.deliver(this.name, ready, upTo);
  }

  /** What the service tells of its own doing goes to whoever reads a mailbox; nobody owes a letter about it. */
  private async entriesOf(
    definition: NotificationDefinition,
    fact: RecordedFact,
  ): Promise<readonly NewEntry[]> {
    const entries = await this.addresses.entriesOf(definition, fact);
    if (isNotice(definition)) return entries;
    return (await this.otherMeans.readersOnly?.(entries)) ?? entries;
  }

  private async joining(fact: RecordedFact): Promise<readonly NewEntry[]> {
    // what the service did about records while nobody was there to be told stands where that is read
    const definitions = [...this.byCategory.values()].filter(isNotice);
    const entries = (await this.addresses.entriesOnJoining?.(fact, definitions)) ?? [];
    await this.otherMeans.overtake?.(entries, fact);
    return entries;
  }
}
