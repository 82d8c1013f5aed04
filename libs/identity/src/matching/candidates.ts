import type { BlockKeys } from './block-keys';
import type { Prepared } from './prepared';

/** A block with more is split by initials and year; one that is still twice as large says too little and is left out. */
const MOST_IN_BLOCK = 80;
/** So few that each is compared with each. */
const SMALL = 2_000;

/** Places of two people in a list, `a < b`. */
export type Pair = Readonly<{ a: number; b: number }>;
/** Which pairs are looked at at all, e.g. only such as come from two different files. */
export type Admits = (a: number, b: number) => boolean;

const everyPair = (size: number, admits: Admits): readonly Pair[] => {
  const pairs: Pair[] = [];
  for (let a = 0; a < size; a += 1)
    for (let b = a + 1; b < size; b += 1) if (admits(a, b)) pairs.push({ a, b });
  return pairs;
};

type Blocks = Map<string, number[]>;
const put = (blocks: Blocks, key: string, at: number): void => {
  const block = blocks.get(key);
  if (block) block.push(at);
  else blocks.set(key, [at]);
};

const blocksOf = (people: readonly Prepared[], keys: BlockKeys): Blocks => {
  const blocks: Blocks = new Map();
  for (const [at, one] of people.entries()) for (const key of keys.of(one)) put(blocks, key, at);
  for (const [key, block] of [...blocks]) {
    if (block.length <= MOST_IN_BLOCK) continue;
    blocks.delete(key);
    for (const at of block) {
      const one = people[at];
      if (one) put(blocks, `${key}/${keys.finer(one)}`, at);
    }
  }
  return blocks;
};

/** People were put into blocks in the order of the list. */
const pairsOf = function* (block: readonly number[]): Generator<Pair> {
  if (block.length > 2 * MOST_IN_BLOCK) return;
  for (const [at, a] of block.entries()) for (const b of block.slice(at + 1)) yield { a, b };
};

/** Every pair that shares a key, once, in the order of the list. */
export const candidatePairs = (
  people: readonly Prepared[],
  keys: BlockKeys,
  admits: Admits = () => true,
): readonly Pair[] => {
  const size = people.length;
  if (size <= SMALL) return everyPair(size, admits);
  const found = new Set<number>();
  for (const block of blocksOf(people, keys).values())
    for (const { a, b } of pairsOf(block)) if (admits(a, b)) found.add(a * size + b);
  return [...found].sort((x, y) => x - y).map((place) => ({ a: Math.floor(place / size), b: place % size }));
};
