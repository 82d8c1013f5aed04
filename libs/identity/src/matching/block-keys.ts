import { soundOf } from './name-words';
import { isFirstOfJanuary } from './placeholders';
import type { Prepared } from './prepared';
import type { TermKind, Vocabulary } from './vocabulary';

const MOST_WORDS = 5;
const DATE_ALONE = /^d\d{8}$/;
/** A key of a date that is given to whoever has none: many are under it who have nothing else in common. */
export const isOfGivenDate = (key: string): boolean => DATE_ALONE.test(key) && isFirstOfJanuary(key);

const NUMBERS = ['nhsNumber', 'upn', 'identifier', 'email', 'address'] as const;

/**
 * Under which keys a person is found. Only who shares a key is compared, so that each error that is common leaves at
 * least one key alone: exchanged names, other surnames, exchanged day and month, a mistaken year. A key is a text of what
 * the record says, so that it is the same in every vocabulary.
 */
export class BlockKeys {
  private readonly sounds = new Map<number, string>();

  constructor(private readonly vocabulary: Vocabulary) {}

  of(one: Prepared): readonly string[] {
    const sounds = this.soundsOf(one);
    const digits = this.vocabulary.dob.textOf(one.dob);
    const keys = new Set([...this.ofNames(sounds, digits.slice(0, 4)), ...this.ofDates(sounds, digits)]);
    for (const kind of NUMBERS) if (one[kind] !== 0) keys.add(`${kind}${this.textOf(kind, one[kind])}`);
    for (const postcode of one.postcodes) keys.add(`c${this.textOf('postcode', postcode)}`);
    if (one.place !== 0) for (const sound of sounds) keys.add(`l${this.textOf('place', one.place)}|${sound}`);
    return [...keys];
  }

  /** Splits a key that too many people share. */
  finer(one: Prepared): string {
    const initial = (words: readonly number[]): string => this.soundOf(words[0] ?? 0).slice(0, 1);
    const year = this.vocabulary.dob.textOf(one.dob).slice(0, 4);
    return `${initial(one.forenameWords)}${initial(one.surnameWords)}${year}`;
  }

  private textOf(kind: TermKind, id: number): string {
    return this.vocabulary[kind].textOf(id);
  }

  private ofNames(sounds: readonly string[], year: string): readonly string[] {
    return sounds.flatMap((x, at) =>
      sounds
        .slice(at + 1)
        .flatMap((y) => (year === '' ? [`p${x}|${y}`] : [`p${x}|${y}`, `y${x}|${y}|${year}`])),
    );
  }

  private ofDates(sounds: readonly string[], digits: string): readonly string[] {
    if (digits === '') return [];
    const exchangeable = [digits.slice(4, 6), digits.slice(6)].sort().join('');
    const alone = [`d${digits}`];
    return alone.concat(
      sounds.flatMap((sound) => [
        `s${digits.slice(0, 4)}${exchangeable}${sound}`,
        `m${digits.slice(4)}${sound}`,
      ]),
    );
  }

  private soundsOf({ forenameWords, surnameWords, otherWords }: Prepared): readonly string[] {
    const words = [...new Set([...forenameWords, ...surnameWords, ...otherWords])].slice(0, MOST_WORDS);
    return [...new Set(words.map((word) => this.soundOf(word)))].sort();
  }

  private soundOf(word: number): string {
    const known = this.sounds.get(word);
    if (known !== undefined) return known;
    const sound = soundOf(this.vocabulary.word.textOf(word));
    this.sounds.set(word, sound);
    return sound;
  }
}
