import { MISSING } from '../compare/comparison';
import type { Comparison } from '../compare/comparison';
import { FORENAME_LEVELS, SURNAME_LEVELS, forenameAt, otherAt, surnameAt } from '../compare/name-levels';
import type { Prepared } from '../prepared';

const differ = (x: number, y: number): boolean => x !== 0 && y !== 0 && x !== y;
const agree = (x: number, y: number): boolean => x !== 0 && x === y;
const NUMBERS = ['nhsNumber', 'upn', 'identifier'] as const;

export const numbersAgreed = (a: Prepared, b: Prepared): number =>
  NUMBERS.filter((kind) => agree(a[kind], b[kind])).length;

/** Facts that speak for two people, however alike they are, and what of two records may be left to a machine. */
export class Odds {
  private readonly forename: Comparison | undefined;
  private readonly surname: Comparison | undefined;
  private readonly others: Comparison | undefined;

  constructor(comparisons: readonly Comparison[]) {
    const named = (name: string): Comparison | undefined => comparisons.find((each) => each.name === name);
    [this.forename, this.surname, this.others] = [named('forename'), named('surname'), named('otherNames')];
  }

  /** Two NHS numbers or UPNs, other middle names, or both held by one source, which holds a person once. */
  areAtOdds(a: Prepared, b: Prepared): boolean {
    return (
      agree(a.source, b.source) ||
      differ(a.nhsNumber, b.nhsNumber) ||
      differ(a.upn, b.upn) ||
      this.others?.compare(a, b) === otherAt('different')
    );
  }

  /** Names that a person has to look at: twins share all but the forename, step-children change the surname. */
  needsPerson(a: Prepared, b: Prepared): boolean {
    if (numbersAgreed(a, b) > 1) return false;
    const forename = this.forename?.compare(a, b) ?? MISSING;
    const surname = this.surname?.compare(a, b) ?? MISSING;
    if (this.isOtherForename(forename, surname)) return true;
    return numbersAgreed(a, b) === 0 && surname >= surnameAt('elsewhere');
  }

  private isOtherForename(forename: number, surname: number): boolean {
    if (forename !== MISSING && forename < forenameAt('initial')) return false;
    return !this.isExchanged(forename, surname);
  }

  private isExchanged(forename: number, surname: number): boolean {
    return FORENAME_LEVELS[forename] === 'elsewhere' && SURNAME_LEVELS[surname] !== 'different';
  }
}
