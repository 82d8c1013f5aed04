import type { RecordedFact } from '@ibex/kernel';
import { isLinked, linkAfter } from '../view/links.projection';

/** While two records were linked. `until`: the fact that parted them; absent while they still are. */
export type LinkedSpell = Readonly<{ since: RecordedFact; until?: RecordedFact }>;

/** When two records were linked, oldest first, from all facts of their stream. Pure. */
export const spellsOf = (facts: readonly RecordedFact[]): readonly LinkedSpell[] => {
  const spells: LinkedSpell[] = [];
  let since: RecordedFact | undefined;
  facts.forEach((fact, at) => {
    const isNow = isLinked(linkAfter(facts.slice(0, at + 1)));
    if (isNow && !since) since = fact;
    if (isNow || !since) return;
    spells.push({ since, until: fact });
    since = undefined;
  });
  return since ? [...spells, { since }] : spells;
};
