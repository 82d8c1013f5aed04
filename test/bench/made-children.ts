import type { Person } from '@ibex/identity';

const YEARS = 18;
const FIRST_YEAR = 2007;
const pad = (n: number): string => String(n).padStart(2, '0');

/** Numbers that look random and are the same each time. */
const mixed = (n: number, salt: number): number => {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  return (x ^ (x >>> 15)) >>> 0;
};

const columnOf = (csv: string, name: string): readonly string[] => {
  const [header = '', ...rows] = csv.split(/\r?\n/);
  const at = header.split(',').indexOf(name);
  return rows.map((row) => row.split(',')[at] ?? '').filter((cell) => cell !== '');
};

/** Check digit of an NHS number: weights 10 to 2, modulus 11; undefined where the nine digits have none. */
const nhsNumber = (nine: string): string | undefined => {
  const sum = Array.from(nine).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? undefined : `${nine}${String(check)}`;
};

/** As many invented children, whose names and postcodes are as common as in a file of London's, each drawn by itself. */
export const madeChildren = (csv: string, size: number): readonly Person[] => {
  const [forenames, surnames, postcodes] = ['forename', 'surname', 'postcode'].map((name) =>
    columnOf(csv, name),
  );
  const drawn = (from: readonly string[] | undefined, n: number, salt: number): string =>
    from?.[mixed(n, salt) % from.length] ?? '';
  return Array.from({ length: size }, (_, n) => {
    const day = mixed(n, 4) % (YEARS * 336);
    const date = [FIRST_YEAR + Math.floor(day / 336), 1 + (Math.floor(day / 28) % 12), 1 + (day % 28)];
    const number =
      n % 2 === 0 ? nhsNumber(`999${String(mixed(n, 5) % 1_000_000).padStart(6, '0')}`) : undefined;
    return {
      ...{ id: `child-${String(n)}`, forename: drawn(forenames, n, 1), surname: drawn(surnames, n, 2) },
      ...{ postcode: drawn(postcodes, n, 3), sex: mixed(n, 6) % 2 === 0 ? 'M' : 'F' },
      dob: `${String(date[0])}-${pad(date[1] ?? 1)}-${pad(date[2] ?? 1)}`,
      ...(number === undefined ? {} : { nhsNumber: number }),
    };
  });
};

type Known = Readonly<{ forename: string; surname: string; dob: string }>;
const MISTAKES: readonly ((known: Known) => Partial<Known>)[] = [
  ({ forename }) => ({ forename: forename.slice(0, 2) + forename.slice(3) }),
  ({ forename, surname }) => ({ forename: surname, surname: forename }),
  ({ dob }) => {
    const [year = '', month = '', day = ''] = dob.split('-');
    return Number(day) <= 12 ? { dob: `${year}-${day}-${month}` } : {};
  },
  ({ surname }) => ({ surname: `${surname} Smith` }),
  () => ({}),
];

/** As another authority has the child: no number, no postcode, and by turns a slip, exchanged names or dates. */
export const misspelt = ({ id, sex = '', ...child }: Person, turn: number): Person => {
  const known = { forename: child.forename ?? '', surname: child.surname ?? '', dob: child.dob ?? '' };
  return { id: `asked-${id}`, sex, ...known, ...MISTAKES[turn % MISTAKES.length]?.(known) };
};
