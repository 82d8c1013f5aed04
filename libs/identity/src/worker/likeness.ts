import { Injectable } from '@nestjs/common';
import { Turns } from '@ibex/runtime';
import { RIVAL } from '../matching/matcher';
import type { KeyedRecordRow } from '../keys/identity-keys.schema';
import type { Person } from '../matching/person';
import type { Prepared } from '../matching/prepared';
import { BlockMates, MOST_IN_BLOCK } from './block-mates';
import { KnownPeople } from './known-people';
import type { AskedPerson, KnownPerson } from './known-people';
import { pairKey, pairOf } from './pair-book';
import type { PairOfRefs } from './pair-book';
import type { Because } from './crowds.rule';
import type { NearPair } from './outcomes.rule';
import { Scales } from './scales';
import { TermShares } from './term-shares';

/** Some records, everybody near them, and how near. Names in clear: not to be kept. */
export type Weighed = Readonly<{
  scales: Scales;
  people: Map<string, Prepared>;
  near: readonly NearPair[];
  /** Those near whom nobody can be found, and why. */
  unplaced: ReadonlyMap<string, Because>;
}>;

/** Weighs records against whoever shares blocks with them. */
@Injectable()
export class Likeness {
  constructor(
    private readonly known: KnownPeople,
    private readonly mates: BlockMates,
    private readonly shares: TermShares,
  ) {}

  /** Who records are of, as far as they can be read. */
  people(refs: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
    return this.known.of(refs);
  }

  /** `isWanted`: who else may be taken in. */
  async of(
    asked: ReadonlyMap<string, AskedPerson>,
    isWanted: (row: KeyedRecordRow) => boolean = () => true,
  ): Promise<Weighed> {
    const blocks = new Map([...asked].map(([ref, each]) => [ref, this.known.blocksOf(each)]));
    const mates = await this.mates.of(blocks);
    const refs = new Set([...mates.values()].flat().filter((ref) => !asked.has(ref)));
    const others = await this.known.of([...refs], isWanted);
    const scales = new Scales(await this.shares.records());
    const people = new Map<string, Prepared>();
    const asking = [...asked];
    const shares = await this.shares.of(asking.map(([, { row }]) => row));
    for (const [at, [ref, { person }]] of asking.entries()) people.set(ref, scales.put(person, shares[at]));
    await this.putAll(others, { scales, people });
    const near = await nearOf(mates, { scales, people });
    return { scales, people, near, unplaced: this.unplacedOf(blocks) };
  }

  /** Takes in more people, to be looked at beside those that were weighed. */
  async widen(weighed: Weighed, refs: Iterable<string>): Promise<void> {
    const missing = [...refs].filter((ref) => !weighed.people.has(ref));
    await this.putAll(await this.known.of(missing), weighed);
  }

  private unplacedOf(blocks: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, Because> {
    const found = [...blocks].flatMap(([ref, digests]): (readonly [string, Because])[] => {
      if (digests.length === 0) return [[ref, { because: 'too-little', alike: 0 }]];
      return this.mates.areTooLarge(digests) ? [[ref, { because: 'too-alike', alike: MOST_IN_BLOCK }]] : [];
    });
    return new Map(found);
  }

  private async putAll(
    known: ReadonlyMap<string, Readonly<{ person: Person }>>,
    { scales, people }: Pick<Weighed, 'scales' | 'people'>,
  ): Promise<void> {
    const turns = new Turns();
    for (const [ref, { person }] of known) {
      people.set(ref, scales.put(person));
      await turns.giveIfDue();
    }
  }
}

/** Every pair of a record and one of those that share a block with it, once. */
const pairsIn = (mates: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, PairOfRefs> => {
  const pairs = new Map<string, PairOfRefs>();
  for (const [ref, others] of mates)
    for (const other of others) {
      const pair = pairOf(ref, other);
      pairs.set(pairKey(pair), pair);
    }
  return pairs;
};

const nearOf = async (
  mates: ReadonlyMap<string, readonly string[]>,
  { scales, people }: Pick<Weighed, 'scales' | 'people'>,
): Promise<readonly NearPair[]> => {
  const near: NearPair[] = [];
  const turns = new Turns();
  for (const pair of pairsIn(mates).values()) {
    const [x, y] = [people.get(pair.a), people.get(pair.b)];
    const weight = x && y ? scales.weight(x, y) : Number.NEGATIVE_INFINITY;
    if (weight >= RIVAL) near.push({ ...pair, weight });
    await turns.giveIfDue();
  }
  return near;
};
