import { Inject, Injectable } from '@nestjs/common';
import { SEALER } from '@ibex/kernel';
import type { RecordedFact, Sealer } from '@ibex/kernel';
import { isSubscriptionFact } from '../domain/subscription.events';
import type { SubscriptionWords } from '../domain/subscription.events';
import { sealingScopeOf } from './known-subscription';

/** Where a sealed word stands: the fact that sealed it, and what it sealed. */
export type SealedWord = Readonly<{ factId: string; sealed: string }>;
export type SealedWords = Readonly<{ name?: SealedWord; target?: SealedWord }>;

/** Which words a fact seals anew. */
export const wordsSealedBy = (fact: RecordedFact): SealedWords => {
  const { id: factId, sealed } = fact;
  if (sealed === undefined || !isSubscriptionFact(fact)) return {};
  const word = { factId, sealed };
  if (fact.type === 'SubscriptionOpened') return { name: word, target: word };
  if (fact.type !== 'SubscriptionChanged') return {};
  const { changed } = fact.data;
  return {
    ...(changed.includes('name') ? { name: word } : {}),
    ...(changed.includes('target') ? { target: word } : {}),
  };
};

/** Opens what an authority's own key sealed. */
@Injectable()
export class SealedWordsReader {
  constructor(@Inject(SEALER) private readonly sealer: Sealer) {}

  /** Words whose key was destroyed are left out. */
  async read(authority: string, { name, target }: SealedWords): Promise<SubscriptionWords> {
    const [ofName, ofTarget] = await Promise.all([
      this.textIn(authority, name, 'name'),
      this.textIn(authority, target, 'target'),
    ]);
    return {
      ...(ofName === undefined ? {} : { name: ofName }),
      ...(ofTarget === undefined ? {} : { target: ofTarget }),
    };
  }

  /** One field of what a fact sealed; undefined where it holds none or can no longer be read. */
  async textIn(authority: string, word: SealedWord | undefined, field: string): Promise<string | undefined> {
    if (!word) return undefined;
    const opened = await this.sealer.unseal(sealingScopeOf(authority), word.factId, word.sealed);
    const text = opened?.[field];
    return typeof text === 'string' ? text : undefined;
  }
}
