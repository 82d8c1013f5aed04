import type { Pair } from '../candidates';
import type { Comparison } from '../compare/comparison';
import type { Chances, FieldModel, Model } from '../model';
import type { Prepared } from '../prepared';
import type { Vocabulary } from '../vocabulary';
import { Expectation } from './expectation';
import type { Learned } from './expectation';
import { patternsOf } from './patterns';
import type { PersonPair } from './patterns';

/** Pairs that agree on something, from which everything else is learnt. */
type Lesson = Readonly<{ agreesOn: readonly string[]; teaches: (a: Prepared, b: Prepared) => boolean }>;
const same = (x: number, y: number): boolean => x !== 0 && x === y;

const LESSONS: readonly Lesson[] = [
  { agreesOn: ['dob'], teaches: (a, b) => same(a.dob, b.dob) },
  {
    agreesOn: ['forename', 'surname'],
    teaches: (a, b) => same(a.forename, b.forename) && same(a.surname, b.surname),
  },
  {
    agreesOn: ['postcode', 'address', 'place'],
    teaches: (a, b) => same(a.postcodes[0] ?? 0, b.postcodes[0] ?? 0),
  },
  {
    agreesOn: ['surname', 'place'],
    teaches: (a, b) => same(a.surname, b.surname) && same(a.place, b.place),
  },
  { agreesOn: ['nhsNumber'], teaches: (a, b) => same(a.nhsNumber, b.nhsNumber) },
  { agreesOn: ['upn'], teaches: (a, b) => same(a.upn, b.upn) },
  { agreesOn: ['identifier'], teaches: (a, b) => same(a.identifier, b.identifier) },
  { agreesOn: ['email'], teaches: (a, b) => same(a.email, b.email) },
];
/** Fewer teach nothing. */
const LEAST_MATCHES = 5;

type Weighed = Readonly<{ chances: readonly number[]; weight: number }>;
const mean = (parts: readonly Weighed[]): readonly number[] | undefined => {
  const sum = parts.reduce((all, { weight }) => all + weight, 0);
  const [first] = parts;
  if (!first || sum === 0) return undefined;
  return first.chances.map((_, level) =>
    parts.reduce((all, { chances, weight }) => all + ((chances[level] ?? 0) * weight) / sum, 0),
  );
};

const partsOf = (
  name: string,
  lessons: readonly Learned[],
  which: (learned: Learned) => readonly [Chances, number],
): readonly Weighed[] =>
  lessons.flatMap((learned) => {
    const [chances, weight] = which(learned);
    const found = chances.get(name);
    return found && weight >= LEAST_MATCHES ? [{ chances: found, weight }] : [];
  });

export type ToLearnFrom = Readonly<{
  people: readonly Prepared[];
  pairs: readonly Pair[];
  comparisons: readonly Comparison[];
  vocabulary: Vocabulary;
}>;

const lessonOf = ({ people, pairs, comparisons }: ToLearnFrom, lesson: Lesson, u: Chances): Learned => {
  const taught = function* (): Generator<PersonPair> {
    for (const { a, b } of pairs) {
      const [x, y] = [people[a], people[b]];
      if (x && y && lesson.teaches(x, y)) yield [x, y];
    }
  };
  const expectation = new Expectation(comparisons, u, new Set(lesson.agreesOn));
  return expectation.learn(patternsOf(taught(), comparisons));
};

/** m and s from records without a single label; `u`: how strangers agree. Deterministic. */
export const learnModel = (from: ToLearnFrom, u: Chances): Model => {
  const lessons = LESSONS.map((lesson) => lessonOf(from, lesson, u));
  const fields: Record<string, FieldModel> = {};
  for (const { name, shared } of from.comparisons) {
    const strangers = u.get(name) ?? [];
    const m = mean(partsOf(name, lessons, (learned) => [learned.m, learned.matches]));
    if (!m || from.vocabulary[shared.kind].isEmpty) continue;
    const s = mean(partsOf(name, lessons, (learned) => [learned.s, learned.households])) ?? strangers;
    fields[name] = { m, u: strangers, s };
  }
  const all = (from.people.length * (from.people.length - 1)) / 2;
  const share = (count: (learned: Learned) => number): number =>
    Math.max(1, ...lessons.map(count)) / Math.max(1, all);
  return {
    fields,
    matches: share(({ matches }) => matches),
    households: share(({ households }) => households),
  };
};
