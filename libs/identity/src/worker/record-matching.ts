import { Inject, Injectable } from '@nestjs/common';
import type { Position, RowChange } from '@ibex/kernel';
import { LINK_PROPOSALS } from '../links/link-proposals';
import type { LinkProposals, ProposedPair } from '../links/link-proposals';
import { AUTOMATIC } from '../matching/matcher';
import { Likeness } from './likeness';
import type { Weighed } from './likeness';
import { judging, newest, toldText } from './outcomes.rule';
import type { NearPair } from './outcomes.rule';
import { PairBook, pairKey } from './pair-book';
import type { PairOfRefs } from './pair-book';
import type { PairRow } from './pair-book.schema';
import { SetAside } from './set-aside';
import type { Aside } from './set-aside';

const AT_ONCE = 8;

/** `is`: undefined where the two are no longer near each other. */
type Judged = Readonly<{ pair: NearPair; is: ProposedPair | undefined; was: PairRow | undefined }>;

const endsOf = (pairs: readonly PairOfRefs[]): ReadonlySet<string> =>
  new Set(pairs.flatMap(({ a, b }) => [a, b]));
const isSure = ({ weight }: NearPair): boolean => weight >= AUTOMATIC;

/** Matches records that were told of, and tells what became of each pair that this touches. */
@Injectable()
export class RecordMatching {
  constructor(
    private readonly likeness: Likeness,
    private readonly book: PairBook,
    private readonly setAside: SetAside,
    @Inject(LINK_PROPOSALS) private readonly proposals: LinkProposals,
  ) {}

  /** Changes of the book. Told already when this resolves; to do it again tells nothing new. */
  async match(refs: readonly string[], upTo: Position): Promise<readonly RowChange[]> {
    const before = await this.book.touching(refs);
    const kept = endsOf(before);
    // who was told of later finds these records in turn
    const people = await this.likeness.people(refs);
    const weighed = await this.likeness.of(
      people,
      ({ recordRef, position }) => position <= upTo || kept.has(recordRef),
    );
    const aside = await this.setAside.of({ refs, people }, weighed);
    const judged = await this.judge({ ...weighed, near: aside.near }, before, new Set(refs), aside);
    const news = judged.flatMap((one) => toNews(one) ?? []);
    for (let from = 0; from < news.length; from += AT_ONCE)
      await Promise.all(news.slice(from, from + AT_ONCE).map((pair) => this.proposals.propose(pair)));
    return [...judged.flatMap(toChange), ...aside.changes];
  }

  /** What was told may be a rival of pairs that were clear, or have been one: those are judged again, too. */
  private async judge(
    weighed: Weighed,
    before: readonly PairRow[],
    told: ReadonlySet<string>,
    aside: Aside,
  ): Promise<readonly Judged[]> {
    const isOfOthers = ({ a, b }: PairOfRefs): boolean => !told.has(a) && !told.has(b);
    const close = new Set([...endsOf([...weighed.near, ...before]), ...aside.joined]);
    const neighbours = [...close].filter((ref) => !told.has(ref));
    const around = (await this.book.touching(neighbours)).filter(isOfOthers);
    const shaken = around.filter(isSure);
    const far = [...endsOf(shaken)].filter((ref) => !neighbours.includes(ref));
    const beyond = (await this.book.touching(far)).filter(isOfOthers);
    const ends = endsOf([...weighed.near, ...shaken].filter(isSure));
    const near = newest<NearPair>(around, beyond, weighed.near).filter(
      ({ a, b }) => ends.has(a) || ends.has(b),
    );
    await this.likeness.widen(weighed, endsOf([...near, ...shaken]));
    const others = [...endsOf([...weighed.near, ...shaken].filter(isSure))].filter((ref) => !told.has(ref));
    const known = [...(await this.book.aside(others)), ...aside.rows];
    const crowded = new Set(known.map(({ recordRef }) => recordRef));
    const judge = judging({ people: weighed.people, near, scales: weighed.scales, crowded });
    const was = new Map([...before, ...shaken].map((pair) => [pairKey(pair), pair]));
    const isNear = new Set(weighed.near.map(pairKey));
    const gone = before.filter((pair) => !isNear.has(pairKey(pair)));
    return [
      ...[...weighed.near, ...shaken].map((pair) => ({ pair, is: judge(pair), was: was.get(pairKey(pair)) })),
      ...gone.map((pair) => ({ pair, is: undefined, was: pair })),
    ];
  }
}

const nothing = ({ a, b, weight }: NearPair): ProposedPair => ({
  ...{ refs: [a, b], outcome: 'nothing', weight: Math.round(weight * 10) / 10, reasons: [] },
});

/** What has to be told; undefined where it was told before. */
const toNews = ({ pair, is = nothing(pair), was }: Judged): ProposedPair | undefined =>
  toldText(is) === (was?.told ?? '') ? undefined : is;

const toChange = ({ pair: { a, b, weight }, is, was }: Judged): readonly RowChange[] => {
  if (!is) return [{ op: 'delete', table: 'matchingPairs', where: { a, b } }];
  const row: PairRow = { a, b, weight, outcome: is.outcome, told: toldText(is) };
  const isSame = was?.told === row.told && was.weight === row.weight;
  return isSame ? [] : [{ op: 'put', table: 'matchingPairs', row }];
};
