import type {
  FactFilter,
  Mailbox,
  NewEntry,
  NotificationDefinition,
  Position,
  RecordedFact,
} from '@ibex/kernel';
import type { Reaction } from '@ibex/runtime';

/** Types that share a lane. */
export type Lane = Readonly<{ name: string; definitions: readonly NotificationDefinition[] }>;

/** Who is told of a fact, as entries ready for their mailboxes. */
export interface Addresses {
  entriesOf(definition: NotificationDefinition, fact: RecordedFact): Promise<readonly NewEntry[]>;
}

/** Opens tasks for the entries that nobody would read, and returns the others. Idempotent by entry id. */
export interface OtherMeans {
  sortOut(entries: readonly NewEntry[]): Promise<readonly NewEntry[]>;
}

/**
 * Brings every fact of its lane to those whom the type's audience names: members through their mailbox, others
 * through a task of the sender. Killed anywhere, it does the same again: tasks have ids derived from fact and
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
    this.filter = { categories: definitions.map(({ category }) => category) };
    this.byCategory = new Map(definitions.map((definition) => [definition.category, definition]));
  }

  checkpoint(): Promise<Position> {
    return this.mailbox.checkpoint(this.name);
  }

  async handle(facts: readonly RecordedFact[], upTo: Position): Promise<void> {
    const entries: NewEntry[] = [];
    for (const fact of facts) {
      const definition = this.byCategory.get(fact.category);
      if (definition) entries.push(...(await this.addresses.entriesOf(definition, fact)));
    }
    // tasks first: once the checkpoint has moved, nothing before it is looked at again
    await this.mailbox.deliver(this.name, await this.otherMeans.sortOut(entries), upTo);
  }
}
