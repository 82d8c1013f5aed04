import { isNhsNumber, isUpn } from '@ibex/notifications';
import { toDigits } from './dates';
import { compact, fold } from './fold';
import { nameWords } from './name-words';
import type { Person } from './person';
import { isNoDate, isNoNumber, isNoPostcode } from './placeholders';
import type { TermKind, Vocabulary } from './vocabulary';

/** A person made ready for comparing: every value a number of the vocabulary, 0 where nothing is known. */
export type Prepared = Readonly<{
  id: string;
  source: number;
  forename: number;
  surname: number;
  forenameWords: readonly number[];
  surnameWords: readonly number[];
  otherWords: readonly number[];
  dob: number;
  sex: number;
  ethnicity: number;
  postcodes: readonly number[];
  address: number;
  place: number;
  nhsNumber: number;
  upn: number;
  identifier: number;
  email: number;
  school: number;
  occupation: number;
}>;

const SEXES: Readonly<Record<string, string>> = {
  m: 'm',
  male: 'm',
  '1': 'm',
  f: 'f',
  female: 'f',
  '2': 'f',
};

/** A number whose check digit is wrong says nothing, nor does one that stands for none. */
const checked = (text: string | undefined, isRight: (text: string) => boolean): string | undefined => {
  const number = compact(text);
  return isRight(number) && !isNoNumber(number) ? number : undefined;
};

const dateOf = (text: string | undefined): string | undefined => {
  const digits = toDigits(text);
  return digits === undefined || isNoDate(digits) ? undefined : digits;
};

const small = (text = ''): string => text.trim().toLowerCase();

/** Values as they are compared, by kind. */
const valuesOf = (person: Person): Readonly<Partial<Record<TermKind, string | undefined>>> => ({
  source: person.source,
  dob: dateOf(person.dob),
  sex: SEXES[small(person.sex)],
  ethnicity: compact(person.ethnicity),
  address: fold(person.address),
  place: fold(person.place),
  nhsNumber: checked(person.nhsNumber, isNhsNumber),
  upn: checked(person.upn, isUpn),
  identifier: compact(person.identifier),
  email: small(person.email),
  school: compact(person.school),
  occupation: fold(person.occupation),
});

/** Makes people ready. `counts`: whether their values are counted among those that tell how rare each is. */
export class Preparing {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly counts = true,
  ) {}

  of(person: Person): Prepared {
    const values = valuesOf(person);
    const [forename, surname] = [nameWords(person.forename), nameWords(person.surname)];
    const others = nameWords(person.otherNames);
    const said = [...forename, ...surname];
    const number = (kind: TermKind): number => this.numberOf(kind, values[kind]);
    const words = (list: readonly string[]): readonly number[] =>
      list.map((word) => this.numberOf('word', word));
    return {
      id: person.id,
      forename: this.numberOf('forename', forename.join(' ')),
      surname: this.numberOf('surname', surname.join(' ')),
      forenameWords: words(forename),
      surnameWords: words(surname),
      // a full name repeats what forename and surname say
      otherWords: words(others.filter((word) => !said.includes(word))),
      postcodes: this.postcodesOf(person),
      ...{ source: number('source'), dob: number('dob'), sex: number('sex'), ethnicity: number('ethnicity') },
      ...{ address: number('address'), place: number('place'), nhsNumber: number('nhsNumber') },
      ...{ upn: number('upn'), identifier: number('identifier'), email: number('email') },
      ...{ school: number('school'), occupation: number('occupation') },
    };
  }

  private postcodesOf({ postcode = '' }: Person): readonly number[] {
    return postcode
      .split(';')
      .map(compact)
      .filter((one) => !isNoPostcode(one))
      .map((one) => this.numberOf('postcode', one))
      .filter((id) => id !== 0);
  }

  private numberOf(kind: TermKind, text: string | undefined): number {
    const terms = this.vocabulary[kind];
    const id = terms.idOf(text);
    if (this.counts) terms.count(id);
    return id;
  }
}
