import { Inject, Injectable } from '@nestjs/common';
import { SEALER } from '@ibex/kernel';
import type { RecordedFact, Sealer } from '@ibex/kernel';

/** What a person wrote of a decision; `kind`: of a mark. */
export type Words = Readonly<{ rationale: string; kind?: string }>;

const textOf = (fields: Readonly<Record<string, unknown>> | undefined, name: string): string | undefined => {
  const value = fields?.[name];
  return typeof value === 'string' ? value : undefined;
};

/**
 * Seals what a person wrote under the key of the one record and that under the key of the other, so that erasing either
 * child erases it. Bound to the command that brought it.
 */
@Injectable()
export class Rationales {
  constructor(@Inject(SEALER) private readonly sealer: Sealer) {}

  async seal(words: Words, [a, b]: readonly [string, string], commandId: string): Promise<string> {
    const inner = await this.sealer.sealWords(a, commandId, words);
    return this.sealer.sealWords(b, commandId, { inner });
  }

  /** Undefined where nothing was written, or once one of the two was erased. */
  async open(fact: RecordedFact, [a, b]: readonly [string, string]): Promise<Words | undefined> {
    const { commandId } = fact.metadata;
    const outer = textOf(await this.own(fact), 'rationale');
    if (outer === undefined) return undefined;
    const inner = textOf(await this.sealer.unseal(b, commandId, outer), 'inner');
    const words = inner === undefined ? undefined : await this.sealer.unseal(a, commandId, inner);
    const [rationale, kind] = [textOf(words, 'rationale'), textOf(words, 'kind')];
    if (rationale === undefined) return undefined;
    return kind === undefined ? { rationale } : { rationale, kind };
  }

  private async own({
    id,
    stream,
    sealed,
  }: RecordedFact): Promise<Readonly<Record<string, unknown>> | undefined> {
    return sealed === undefined ? undefined : this.sealer.unseal(stream, id, sealed);
  }
}
