import { Inject, Injectable } from '@nestjs/common';
import { SEALER } from '@ibex/kernel';
import type { RecordedFact, Sealer } from '@ibex/kernel';
import { lookoutsOf } from './domain/lookout.events';
import type { LookoutAsked, LookoutWords } from './domain/lookout.events';

type Asked = RecordedFact & LookoutAsked;

/**
 * Seals the words of a lookout under the child's key, and what comes of it under its owner's lookouts, as the whole fact
 * is: so that erasing the child erases them, and that nobody who is shown one learns which record it is.
 */
@Injectable()
export class LookoutSealing {
  constructor(@Inject(SEALER) private readonly sealer: Sealer) {}

  /** Bound to the command that brings them. */
  seal(words: LookoutWords, about: string, commandId: string): Promise<string> {
    return this.sealer.sealWords(about, commandId, words);
  }

  /** Nothing once the child was erased. */
  async open({ id, sealed, data, metadata }: Asked): Promise<Partial<LookoutWords>> {
    if (sealed === undefined) return {};
    const outer = await this.sealer.unseal(lookoutsOf(data.by), id, sealed);
    const within = outer?.['words'];
    if (typeof within !== 'string') return {};
    const words = await this.sealer.unseal(data.about, metadata.commandId, within);
    return {
      ...textOf(words, 'name'),
      ...textOf(words, 'phone'),
      ...textOf(words, 'policeReference'),
    };
  }
}

const textOf = (
  words: Readonly<Record<string, unknown>> | undefined,
  name: keyof LookoutWords,
): Partial<LookoutWords> => {
  const value = words?.[name];
  return typeof value === 'string' ? { [name]: value } : {};
};
