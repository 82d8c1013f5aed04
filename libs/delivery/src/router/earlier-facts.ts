import { Inject, Injectable } from '@nestjs/common';
import type { RecordedFact } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';

/** Facts kept at hand in all; some 20 MB. */
const FACTS_HELD = 20_000;

const withoutSealed = (fact: RecordedFact): RecordedFact => {
  const open = { ...fact };
  delete open.sealed;
  return open;
};

/**
 * Earlier facts of the streams that were routed lately. A fact's revision says how many facts came before it, so a
 * history that is not whole is noticed and read from the log. The stream that was quiet longest is dropped first.
 */
@Injectable()
export class EarlierFacts {
  private readonly histories = new Map<string, readonly RecordedFact[]>();
  private held = 0;

  constructor(@Inject(FactLog) private readonly log: Pick<FactLog, 'readStream'>) {}

  /** The facts before this one, when they are at hand. */
  findBefore(fact: RecordedFact): readonly RecordedFact[] | undefined {
    if (fact.revision === 0) return [];
    const history = this.histories.get(fact.stream);
    if (!history || history.length < fact.revision) return undefined;
    return history.length === fact.revision ? history : history.slice(0, fact.revision);
  }

  readBefore(fact: RecordedFact): Promise<readonly RecordedFact[]> {
    return this.log.readStream(fact.stream, { limit: fact.revision });
  }

  /** Keeps the fact for those that follow it. */
  remember(fact: RecordedFact, earlier: readonly RecordedFact[]): void {
    const known = this.histories.get(fact.stream)?.length ?? 0;
    if (known > fact.revision) return;
    this.held += fact.revision + 1 - known;
    this.histories.delete(fact.stream);
    // its ciphertext is of no use to an audience rule, and may be large
    this.histories.set(fact.stream, [...earlier, withoutSealed(fact)]);
    this.forgetOldest();
  }

  private forgetOldest(): void {
    for (const [stream, facts] of this.histories) {
      if (this.held <= FACTS_HELD) return;
      this.histories.delete(stream);
      this.held -= facts.length;
    }
  }
}
