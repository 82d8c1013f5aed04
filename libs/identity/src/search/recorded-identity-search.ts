import { Injectable } from '@nestjs/common';
import { IbexError, LEAST_WEAK_IDENTIFIERS, STRONG_IDENTIFIERS, WEAK_IDENTIFIERS } from '@ibex/kernel';
import type { FoundRecord, Identifier, Identifiers, IdentitySearch } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { IDENTIFIERS, IdentityDigests } from '../keys/identity-digests';
import type { KeyColumns, KeyedRecordRow } from '../keys/identity-keys.schema';
import { KeyedRecords } from '../keys/keyed-records';
import type { Wanted } from '../keys/keyed-records';
import { Unsealing } from '../keys/unsealing';

/** More records of one child than there are authorities there cannot be; what is asked for is no child. */
const MOST_FOUND = 500;

const given = <I extends Identifier>(asked: KeyColumns, among: readonly I[]): readonly I[] =>
  among.filter((field) => asked[field] !== null);

const wantedOf = (asked: KeyColumns, fields: readonly Identifier[]): Wanted =>
  Object.fromEntries(fields.map((field) => [field, asked[field] ?? '']));

/** Every way to leave out all but three. */
const threesOf = (fields: readonly Identifier[]): readonly (readonly Identifier[])[] =>
  fields.length <= LEAST_WEAK_IDENTIFIERS
    ? [fields]
    : fields.map((left) => fields.filter((field) => field !== left));

/** What must be the same, each question by itself enough. Throws IbexError `identity/too-few-identifiers`. */
export const questionsOf = (asked: KeyColumns): readonly Wanted[] => {
  const strong = given(asked, STRONG_IDENTIFIERS).map((field) => [field]);
  const weak = given(asked, WEAK_IDENTIFIERS);
  const enough = weak.length >= LEAST_WEAK_IDENTIFIERS ? threesOf(weak) : [];
  const questions = [...strong, ...enough];
  if (questions.length === 0)
    throw new IbexError(
      'identity/too-few-identifiers',
      'a search needs an NHS number or UPN whose check digit holds, or three of forename, surname, date of birth and home postcode',
    );
  return questions.map((fields) => wantedOf(asked, fields));
};

/** Finds records by what is the same to the letter, from keyed digests. */
@Injectable()
export class RecordedIdentitySearch implements IdentitySearch {
  constructor(
    private readonly digests: IdentityDigests,
    private readonly keys: KeyedRecords,
    private readonly unsealing: Unsealing,
  ) {}

  async find(identifiers: Identifiers): Promise<readonly FoundRecord[]> {
    const asked = this.digests.columnsOf(identifiers);
    const questions = questionsOf(asked);
    // whoever asks is told only what access opens to them afterwards; the keys themselves are no reader's
    const rows = await asSystem(() =>
      Promise.all(questions.map((wanted) => this.keys.where(wanted, MOST_FOUND))),
    );
    const found = [...new Map(rows.flat().map((row) => [row.recordRef, row])).values()];
    const readable = await Promise.all(found.map((row) => this.unsealing.find(row)));
    return found
      .filter((_, at) => readable[at] !== undefined)
      .map((row) => toFound(row, asked))
      .sort((a, b) => (a.recordRef < b.recordRef ? -1 : 1));
  }
}

const toFound = (row: KeyedRecordRow, asked: KeyColumns): FoundRecord => ({
  ...{ recordRef: row.recordRef, owner: row.owner },
  agreedOn: IDENTIFIERS.filter((field) => asked[field] !== null && asked[field] === row[field]),
});
