import { BlockKeys } from './block-keys';
import { candidatePairs } from './candidates';
import type { Admits, Pair } from './candidates';
import { comparisonsOn } from './compare/comparisons';
import { areMany, fittedModel } from './fitted-model';
import { learnModel } from './learn/learn-model';
import { learnStrangers } from './learn/strangers';
import { clusters } from './link/clusters';
import type { Link } from './link/clusters';
import { Odds, numbersAgreed } from './link/odds';
import { Rivals } from './link/rivals';
import type { Model } from './model';
import type { Person } from './person';
import { Preparing } from './prepared';
import type { Prepared } from './prepared';
import { newVocabulary } from './vocabulary';
import { Weighing } from './weighing';
import type { Reason } from './weighing';

/** Log2 odds from which two records are one person without anybody having looked: about 100 to 1. */
export const AUTOMATIC = 6.8;
/** Log2 odds from which a person is asked: as likely as not. */
export const REVIEW = 0;
/** Log2 odds from which another record counts as one that could be meant as well. */
export const RIVAL = -7;

export type MatchOptions = Readonly<{
  /** What was learnt elsewhere; left out: learnt from these people, who then should be a thousand or more. */
  model?: Model;
  /** Which pairs are looked at, by their places in the list; all unless told. */
  admits?: Admits;
  /** Pairs of ids that are two people, whatever speaks for one. */
  apart?: Iterable<readonly [string, string]>;
}>;

/** `automatic`: places of one person each. `review`: pairs for a person to decide, the likeliest first. */
export type Outcome = Readonly<{ automatic: readonly (readonly number[])[]; review: readonly Link[] }>;

/** Finds the records of one person among many. Places are those of the list that it was given. */
export class Matcher {
  readonly model: Model;
  readonly pairs: readonly Pair[];
  private readonly people: readonly Prepared[];
  private readonly weighing: Weighing;
  private readonly odds: Odds;
  private readonly apart: ReadonlySet<string>;
  private scored: readonly Link[] | undefined;

  constructor(people: readonly Person[], { model, admits, apart = [] }: MatchOptions = {}) {
    const vocabulary = newVocabulary();
    const preparing = new Preparing(vocabulary);
    this.people = people.map((person) => preparing.of(person));
    const comparisons = comparisonsOn(vocabulary);
    this.pairs = candidatePairs(this.people, new BlockKeys(vocabulary), admits);
    const from = { people: this.people, pairs: this.pairs, comparisons, vocabulary };
    const strangers = learnStrangers(this.people, comparisons, vocabulary);
    this.model =
      model === undefined
        ? learnModel(from, strangers)
        : fittedModel(model, comparisons, { strangers, people: people.length });
    const knowsRare = model === undefined || areMany(people.length);
    this.weighing = new Weighing(comparisons, vocabulary, this.model, knowsRare);
    this.odds = new Odds(comparisons);
    this.apart = new Set([...apart].flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  }

  /** Every pair that was looked at, with the log2 odds that it is one person. */
  links(): readonly Link[] {
    this.scored ??= this.pairs.map(({ a, b }) => ({ a, b, weight: this.weightOf(a, b) }));
    return this.scored;
  }

  /** Why two records are thought to be one person, or not. */
  reasons(a: number, b: number): readonly Reason[] {
    return this.between(a, b, [], (x, y) => this.weighing.reasons(x, y));
  }

  /** Groups at a threshold that links, and the mean of all pairs of a group that grows, must reach. */
  groupsAt(threshold: number): readonly (readonly number[])[] {
    const links = this.links().filter(({ weight }) => weight >= threshold);
    return this.grouped(links, threshold, (a, b) => this.areKeptApart(a, b));
  }

  /** What is linked without anybody having looked, and what a person is asked about. */
  outcome(): Outcome {
    const likely = this.links().filter(({ weight }) => weight >= RIVAL);
    const rivals = new Rivals(this.people, this.odds, likely);
    const clear = likely.filter((link) => link.weight >= AUTOMATIC && rivals.isClear(link));
    const automatic = this.grouped(clear, REVIEW, (a, b) => this.areKeptApart(a, b) || this.areAtOdds(a, b));
    const groupOf = new Map(automatic.flatMap((group, at) => group.map((place) => [place, at] as const)));
    const review = likely
      .filter(({ a, b, weight }) => weight >= REVIEW && groupOf.get(a) !== groupOf.get(b))
      .filter(({ a, b }) => !this.areKeptApart(a, b))
      .sort((x, y) => y.weight - x.weight);
    return { automatic, review };
  }

  private grouped(
    links: readonly Link[],
    leastMean: number,
    areApart: (a: number, b: number) => boolean,
  ): readonly (readonly number[])[] {
    const weightOf = (a: number, b: number): number => this.weightOf(a, b);
    const nameOf = (place: number): string => this.people[place]?.id ?? '';
    return clusters(this.people.length, links, { weightOf, areApart, leastMean, nameOf });
  }

  private weightOf(a: number, b: number): number {
    return this.between(a, b, Number.NEGATIVE_INFINITY, (x, y) => this.weighing.weight(x, y));
  }

  private areAtOdds(a: number, b: number): boolean {
    return this.between(a, b, true, (x, y) => numbersAgreed(x, y) === 0 && this.odds.areAtOdds(x, y));
  }

  /** By somebody's decision. */
  private areKeptApart(a: number, b: number): boolean {
    return this.between(a, b, true, (x, y) => this.apart.has(`${x.id}\n${y.id}`));
  }

  private between<T>(a: number, b: number, nobody: T, judge: (x: Prepared, y: Prepared) => T): T {
    const [x, y] = [this.people[a], this.people[b]];
    return x && y ? judge(x, y) : nobody;
  }
}
