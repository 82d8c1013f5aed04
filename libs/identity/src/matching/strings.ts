import { CmpStr } from 'cmpstr';

const jaroWinkler = CmpStr.create().setMetric('jaroWinkler');
const levenshtein = CmpStr.create().setMetric('levenshtein');

const A = 97;
const Z = 122;

/** Which letters a folded text has, a bit each. */
const lettersOf = (text: string): number => {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= A && code <= Z) letters |= 1 << (code - A);
  }
  return letters;
};

const bitsIn = (word: number): number => {
  let [left, bits] = [word, 0];
  for (; left !== 0; bits += 1) left &= left - 1;
  return bits;
};

/** False only for texts of which half the letters differ: those are neither alike nor a slip apart. Cheap. */
export const mayBeAlike = (a: string, b: string): boolean => {
  const [ofA, ofB] = [lettersOf(a), lettersOf(b)];
  return 2 * bitsIn(ofA & ofB) >= Math.max(bitsIn(ofA), bitsIn(ofB));
};

/** 0 to 1: Jaro's share of common letters in order, raised for a common beginning (Winkler 1990). */
export const likeness = (a: string, b: string): number => jaroWinkler.compare(a, b);

const areNeighboursExchanged = (a: string, b: string): boolean => {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  return (
    a.charAt(at) === b.charAt(at + 1) &&
    a.charAt(at + 1) === b.charAt(at) &&
    a.slice(at + 2) === b.slice(at + 2)
  );
};

/** Whether one character put in, left out or replaced, or two neighbours exchanged, makes one of the other. */
export const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return true;
  const edits = Math.round((1 - levenshtein.compare(a, b)) * longest);
  return edits <= 1 || (edits === 2 && a.length === b.length && areNeighboursExchanged(a, b));
};
