import { BEGINNING, StoreUnavailable } from '@ibex/kernel';
import type { EventStore, Position, RecordedFact } from '@ibex/kernel';

/**
 * Everything of a few small categories, as it stands at the head of the log whenever it is asked for. Whoever asks at the
 * same moment shares one look; whoever asks later gets a later look.
 */
export class LogTail {
  private known: Position = BEGINNING;
  private wasRead = false;
  private waiting: Promise<void> | undefined;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: Pick<EventStore, 'readAll' | 'head'>,
    private readonly categories: readonly string[],
    private readonly take: (fact: RecordedFact) => void,
  ) {}

  /**
   * Resolves once everything that was on record at the time of the call has been taken. While the log is away nothing can
   * be recorded either, so that what was known last still holds; before the first look there is nothing to go by, and
   * it throws StoreUnavailable.
   */
  current(): Promise<void> {
    this.waiting ??= this.reading.then(() => {
      this.waiting = undefined;
      const look = this.look();
      this.reading = look.catch(() => undefined);
      return look;
    });
    return this.waiting;
  }

  private async look(): Promise<void> {
    try {
      await this.readOn();
      this.wasRead = true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || !this.wasRead) throw error;
    }
  }

  private async readOn(): Promise<void> {
    const head = await this.log.head();
    if (head <= this.known) return;
    for await (const facts of this.log.readAll({
      after: this.known,
      filter: { categories: this.categories },
    }))
      for (const fact of facts) this.takeNew(fact);
    this.known = Math.max(this.known, head);
  }

  private takeNew(fact: RecordedFact): void {
    this.known = fact.position;
    this.take(fact);
  }
}
