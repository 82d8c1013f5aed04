import type { Prepared } from '../prepared';
import type { Vocabulary } from '../vocabulary';
import { MISSING } from './comparison';
import type { Comparison } from './comparison';
import {
  FORENAME_LEVELS,
  OTHER_LEVELS,
  SURNAME_LEVELS,
  forenameAt,
  forenameLevel,
  isNear,
  otherAt,
  surnameAt,
  surnameLevel,
} from './name-levels';

type Words = readonly number[];
const SHORTEST_WORD = 3;

/** Finds words of a name in another part of the other record: exchanged, or moved among other names. */
class Elsewhere {
  constructor(private readonly vocabulary: Vocabulary) {}

  isAmong(words: Words, places: Words): boolean {
    return words.some((one) => places.some((other) => this.isLike(one, other)));
  }

  isExchanged(a: Prepared, b: Prepared): boolean {
    return this.isAmong(a.forenameWords, b.surnameWords) && this.isAmong(b.forenameWords, a.surnameWords);
  }

  private isLike(one: number, other: number): boolean {
    if (one === other) return true;
    const judge = (a: string, b: string): number =>
      a.length >= SHORTEST_WORD && b.length >= SHORTEST_WORD && isNear(a, b) ? 1 : 0;
    return this.vocabulary.word.between(one, other, judge) === 1;
  }
}

const forenames = (vocabulary: Vocabulary, elsewhere: Elsewhere): Comparison['compare'] => {
  const isThere = (a: Prepared, b: Prepared): boolean =>
    elsewhere.isAmong(a.forenameWords, b.surnameWords) || elsewhere.isAmong(a.forenameWords, b.otherWords);
  return (a, b) => {
    if (a.forename === 0 || b.forename === 0) return MISSING;
    if (a.forename === b.forename) return forenameAt('same');
    const level = vocabulary.forename.between(a.forename, b.forename, forenameLevel);
    if (level < forenameAt('alike')) return level;
    return isThere(a, b) || isThere(b, a) ? forenameAt('elsewhere') : level;
  };
};

const surnames = (vocabulary: Vocabulary, elsewhere: Elsewhere): Comparison['compare'] => {
  const isThere = (a: Prepared, b: Prepared): boolean =>
    elsewhere.isAmong(a.surnameWords, b.otherWords) || elsewhere.isAmong(a.surnameWords, b.forenameWords);
  return (a, b) => {
    if (a.surname === 0 || b.surname === 0) return MISSING;
    if (a.surname === b.surname) return surnameAt('same');
    const level = vocabulary.surname.between(a.surname, b.surname, surnameLevel);
    if (level < surnameAt('alike')) return level;
    // names that were exchanged are told by the forenames, and are not to count twice
    if (elsewhere.isExchanged(a, b)) return MISSING;
    return isThere(a, b) || isThere(b, a) ? surnameAt('elsewhere') : level;
  };
};

const others =
  ({ word }: Vocabulary, elsewhere: Elsewhere): Comparison['compare'] =>
  (a, b) => {
    if (a.otherWords.length === 0 || b.otherWords.length === 0) return MISSING;
    const [few, many] = a.otherWords.length <= b.otherWords.length ? [a, b] : [b, a];
    if (few.otherWords.every((one) => elsewhere.isAmong([one], many.otherWords))) return otherAt('same');
    const places = [...many.otherWords, ...many.forenameWords, ...many.surnameWords];
    if (elsewhere.isAmong(few.otherWords, places)) return otherAt('some');
    const initial = ({ otherWords }: Prepared): string => word.textOf(otherWords[0] ?? 0).charAt(0);
    return otherAt(initial(a) === initial(b) ? 'initial' : 'different');
  };

/** Forename, surname and other names, each also where the other record has it in another place. */
export const nameComparisons = (vocabulary: Vocabulary): readonly Comparison[] => {
  const elsewhere = new Elsewhere(vocabulary);
  return [
    {
      ...{ name: 'forename', levels: FORENAME_LEVELS, compare: forenames(vocabulary, elsewhere) },
      shared: { kind: 'forename', of: (a) => a.forename },
    },
    {
      ...{ name: 'surname', levels: SURNAME_LEVELS, compare: surnames(vocabulary, elsewhere) },
      shared: { kind: 'surname', of: (a) => a.surname },
    },
    {
      ...{ name: 'otherNames', levels: OTHER_LEVELS, compare: others(vocabulary, elsewhere) },
      shared: { kind: 'word', of: (a, b) => a.otherWords.find((one) => b.otherWords.includes(one)) ?? 0 },
    },
  ];
};
