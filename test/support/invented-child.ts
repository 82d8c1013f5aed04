const SYLLABLES = [
  'ba',
  'de',
  'fi',
  'go',
  'ha',
  'ju',
  'ka',
  'le',
  'mi',
  'no',
  'pa',
  're',
  'si',
  'tu',
  'vo',
  'wy',
] as const;
const FIRST_BIRTHDAY_MS = Date.UTC(2009, 0, 1);
const DAY_MS = 86_400_000;
const BIRTHDAYS = 2_557;

/** A number in syllables; none begins another. */
const spelt = (number: number, syllables: number): string => {
  let [rest, word] = [number, ''];
  for (let at = 0; at < syllables; at += 1) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
};

/** The n-th of many children who are told apart by name and birthday, so that nothing takes them for one another. */
export const inventedChild = (
  number: number,
): Readonly<{ forename: string; surname: string; dateOfBirth: string }> => ({
  // steps without a common divisor, so that neighbours differ in every part
  forename: spelt((number * 37) % 4_096, 3),
  surname: spelt((number * 9_973) % 65_536, 4),
  dateOfBirth: new Date(FIRST_BIRTHDAY_MS + ((number * 1_009) % BIRTHDAYS) * DAY_MS)
    .toISOString()
    .slice(0, 10),
});
