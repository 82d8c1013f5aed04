import { soundOf } from '../name-words';
import { areForms } from '../short-forms';
import { isOneSlip, likeness, mayBeAlike } from '../strings';

export const FORENAME_LEVELS = [
  'same',
  'short form',
  'part',
  'near',
  'alike',
  'initial',
  'elsewhere',
  'different',
] as const;
export const SURNAME_LEVELS = ['same', 'part', 'near', 'alike', 'elsewhere', 'different'] as const;
export const OTHER_LEVELS = ['same', 'some', 'initial', 'different'] as const;

export const forenameAt = (level: (typeof FORENAME_LEVELS)[number]): number => FORENAME_LEVELS.indexOf(level);
export const surnameAt = (level: (typeof SURNAME_LEVELS)[number]): number => SURNAME_LEVELS.indexOf(level);
export const otherAt = (level: (typeof OTHER_LEVELS)[number]): number => OTHER_LEVELS.indexOf(level);

const NEAR = 0.92;
const ALIKE = 0.84;
const SHORTEST_SLIP = 4;
const SHORTEST_BEGINNING = 3;

/** Written or heard slightly otherwise. */
export const isNear = (a: string, b: string): boolean => {
  if (!mayBeAlike(a, b)) return false;
  if (a.length >= SHORTEST_SLIP && b.length >= SHORTEST_SLIP && isOneSlip(a, b)) return true;
  const like = likeness(a, b);
  return like >= NEAR || (like >= ALIKE && soundOf(a) === soundOf(b));
};

const isAlike = (a: string, b: string): boolean => mayBeAlike(a, b) && likeness(a, b) >= ALIKE;
const isSame = (a: string, b: string): boolean => a === b || a.replaceAll(' ', '') === b.replaceAll(' ', '');
const firstOf = (name: string): string => name.split(' ', 1)[0] ?? '';

const sharesWord = (a: string, b: string): boolean => {
  const words = b.split(' ');
  return a.split(' ').some((word) => word.length > 1 && words.includes(word));
};

const beginsOther = (x: string, y: string): boolean =>
  x.length >= SHORTEST_BEGINNING && y.length >= SHORTEST_BEGINNING && (x.startsWith(y) || y.startsWith(x));
const isInitial = (x: string, y: string): boolean =>
  (x.length === 1 || y.length === 1) && x.charAt(0) === y.charAt(0);

const looseForename = (a: string, b: string): number => {
  const [x, y] = [firstOf(a), firstOf(b)];
  if (isNear(a, b) || isNear(x, y)) return forenameAt('near');
  if (isAlike(a, b) || beginsOther(x, y)) return forenameAt('alike');
  return forenameAt(isInitial(a, b) ? 'initial' : 'different');
};

/** Two folded forenames that are not known to be the same. */
export const forenameLevel = (a: string, b: string): number => {
  if (isSame(a, b)) return forenameAt('same');
  if (areForms(firstOf(a), firstOf(b)) || areForms(a, b)) return forenameAt('short form');
  return sharesWord(a, b) ? forenameAt('part') : looseForename(a, b);
};

const ENDINGS = /(ski|ska|sky|skaya|cki|cka|aya|ova|eva|ov|ev|iy|a)$/;
const SHORTEST_STEM = 4;

/** One family, whose name ends otherwise for women and for men: Kowalski and Kowalska, Ivanov and Ivanova. */
const isOneFamily = (a: string, b: string): boolean => {
  const stem = a.replace(ENDINGS, '');
  return stem.length >= SHORTEST_STEM && stem === b.replace(ENDINGS, '');
};

/** Two folded surnames that are not known to be the same. `part`: of a double-barrelled or patronymic one. */
export const surnameLevel = (a: string, b: string): number => {
  if (isSame(a, b)) return surnameAt('same');
  if (sharesWord(a, b)) return surnameAt('part');
  if (isNear(a, b) || isOneFamily(a, b)) return surnameAt('near');
  return surnameAt(isAlike(a, b) ? 'alike' : 'different');
};
