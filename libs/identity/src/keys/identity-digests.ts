import { Inject, Injectable } from '@nestjs/common';
import { PSEUDONYMS, STRONG_IDENTIFIERS, WEAK_IDENTIFIERS } from '@ibex/kernel';
import type { Identifier, Identifiers, Pseudonyms } from '@ibex/kernel';
import { isNhsNumber, isUpn } from '@ibex/notifications';
import { BlockKeys, isOfGivenDate } from '../matching/block-keys';
import { toDigits } from '../matching/dates';
import { compact, fold } from '../matching/fold';
import type { Person } from '../matching/person';
import { isNoNumber } from '../matching/placeholders';
import { Preparing } from '../matching/prepared';
import { newVocabulary } from '../matching/vocabulary';
import type { KeyColumns } from './identity-keys.schema';

export const IDENTIFIERS: readonly Identifier[] = [...STRONG_IDENTIFIERS, ...WEAK_IDENTIFIERS];
/** 60 bits: two keys of one digest only mean a comparison too many, and a million records have twelve million keys. */
const BLOCK_DIGEST = 12;

const checked = (text: string | undefined, isRight: (text: string) => boolean): string => {
  const number = compact(text);
  return isRight(number) && !isNoNumber(number) ? number : '';
};

/** How each is written before it is digested; empty where there is nothing, or a check digit is wrong. */
const FOLDED: Readonly<Record<Identifier, (text: string | undefined) => string>> = {
  nhsNumber: (text) => checked(text, isNhsNumber),
  upn: (text) => checked(text, isUpn),
  forename: fold,
  surname: fold,
  dateOfBirth: (text) => toDigits(text) ?? '',
  homePostcode: compact,
};

/** Keyed digests of what is known of a child; they tell nothing without the key. */
@Injectable()
export class IdentityDigests {
  constructor(@Inject(PSEUDONYMS) private readonly pseudonyms: Pick<Pseudonyms, 'digest'>) {}

  /** A column each; a purpose of its own, so that a digest of one field says nothing of another. */
  columnsOf(identifiers: Identifiers): KeyColumns {
    const digest = (field: Identifier): string | null => {
      const folded = FOLDED[field](identifiers[field]);
      return folded === '' ? null : this.pseudonyms.digest(`identity-key:${field}`, folded);
    };
    return {
      ...{ nhsNumber: digest('nhsNumber'), upn: digest('upn') },
      ...{ forename: digest('forename'), surname: digest('surname') },
      ...{ dateOfBirth: digest('dateOfBirth'), homePostcode: digest('homePostcode') },
    };
  }

  /** Those that two records of one child usually share at least one of. */
  blocksOf(person: Person): readonly string[] {
    const vocabulary = newVocabulary();
    const keys = new BlockKeys(vocabulary).of(new Preparing(vocabulary, false).of(person));
    const telling = keys.filter((key) => !isOfGivenDate(key));
    return telling.map((key) => this.pseudonyms.digest('identity-block', key).slice(0, BLOCK_DIGEST));
  }
}
