import { isOneSlip, likeness, mayBeAlike } from '../strings';

const SHORTEST_SLIP = 4;

/** Share of the words of the shorter address that the other has too; a slip in a longer word is overlooked. */
const sharedWords = (a: string, b: string): number => {
  const [x, y] = [a.split(' '), b.split(' ')];
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  const left = [...many];
  let found = 0;
  for (const word of few) {
    const at = left.findIndex(
      (other) =>
        other === word || (word.length >= SHORTEST_SLIP && mayBeAlike(word, other) && isOneSlip(word, other)),
    );
    if (at < 0) continue;
    left.splice(at, 1);
    found += 1;
  }
  return found / few.length;
};

/** Of two addresses that differ: 1 one holds the other, 2 most words, 3 some, 4 different. */
export const addressLevel = (a: string, b: string): number => {
  const share = sharedWords(a, b);
  if (share >= 0.99) return 1;
  if (share >= 0.6) return 2;
  return share >= 0.3 || (mayBeAlike(a, b) && likeness(a, b) >= 0.85) ? 3 : 4;
};
