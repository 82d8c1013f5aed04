import { BEGINNING } from '@ibex/kernel';
import type { EventStore, Position, RecordedFact } from '@ibex/kernel';

/**
 * The facts of a few small categories, at hand for whoever has to know how things stood at a place of the log. Reads on
 * when asked of a place that it has not come to.
 */
export class FactShelf {
  private readonly facts: RecordedFact[] = [];
  /** Everything up to here is at hand, this place included. */
  private known: Position = BEGINNING;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: Pick<EventStore, 'readAll' | 'head'>,
    private readonly categories: readonly string[],
  ) {}

  /** Every fact of these categories before a place, oldest first. */
  async before(position: Position): Promise<readonly RecordedFact[]> {
    if (this.known < position - 1) await this.readUpTo(position);
    const end = this.facts.findIndex((fact) => fact.position >= position);
    return end < 0 ? this.facts : this.facts.slice(0, end);
  }

  private readUpTo(position: Position): Promise<void> {
    this.reading = this.reading.catch(() => undefined).then(() => this.readOn(position));
    return this.reading;
  }

  private async readOn(position: Position): Promise<void> {
    if (this.known >= position - 1) return;
    const head = await this.log.head();
    const found: RecordedFact[] = [];
    const options = { after: this.known, filter: { categories: this.categories } };
    for await (const facts of this.log.readAll(options)) found.push(...facts);
    this.facts.push(...found);
    // never a place that nothing stands at yet: what is asked of a fact still to come may be followed by another
    this.known = Math.max(head, found.at(-1)?.position ?? BEGINNING);
  }
}
