import { FORMS_A } from './short-forms-a';
import { FORMS_K } from './short-forms-k';

const byName = new Map<string, Set<number>>();
for (const [group, line] of `${FORMS_A.trim()}\n${FORMS_K.trim()}`.split('\n').entries())
  for (const name of line.split(' ')) byName.set(name, (byName.get(name) ?? new Set()).add(group));

/**
 * Whether two folded forenames may be forms of one: short forms in English use, and the commoner spellings of names from
 * other scripts. From general knowledge; what is not among them is still found by likeness and by sound.
 */
export const areForms = (a: string, b: string): boolean => {
  const [ofA, ofB] = [byName.get(a), byName.get(b)];
  if (!ofA || !ofB) return false;
  for (const group of ofA) if (ofB.has(group)) return true;
  return false;
};
