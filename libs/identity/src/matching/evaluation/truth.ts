import { IbexError } from '@ibex/kernel';

/** A CSV as it was read: names of its columns, and its rows. */
export type Table = Readonly<{ header: readonly string[]; records: readonly (readonly string[])[] }>;
export type IdPair = readonly [string, string];

const PERSON = /^(person|cluster|entity|true|group)(_?id)?$/i;
const SECOND = /(_2|_b|_r|_right|2)$/i;

const isPairs = ({ header }: Table): boolean =>
  !header.some((name) => PERSON.test(name)) && header.some((name) => SECOND.test(name));

const placesOf = ({ header }: Table, idColumn: string): readonly [number, number] => {
  const person = header.findIndex((name) => PERSON.test(name));
  const id = header.findIndex((name, at) => at !== person && name === idColumn);
  const first = id >= 0 ? id : header.findIndex((_, at) => at !== person);
  if (first < 0 || header.length < 2)
    throw new IbexError(
      'identity/truth-columns',
      '--truth: give two columns, the id of the record and the id of its person',
    );
  return [first, person >= 0 ? person : header.findIndex((_, at) => at !== first)];
};

/** People from pairs of records that are one. */
const joined = (pairs: readonly IdPair[]): ReadonlyMap<string, string> => {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    const up = parent.get(id) ?? id;
    return up === id ? id : root(up);
  };
  for (const [a, b] of pairs) parent.set(root(a), root(b));
  return new Map(pairs.flat().map((id) => [id, root(id)]));
};

const firstTwo = ({ records }: Table): readonly IdPair[] => records.map(([a = '', b = '']): IdPair => [a, b]);

/** By id of a record, who it is: from two columns (record, person), or from pairs of records that are one person. */
export const personOf = (table: Table, idColumn: string): ReadonlyMap<string, string> => {
  if (isPairs(table)) return joined(firstTwo(table));
  const [id, person] = placesOf(table, idColumn);
  return new Map(table.records.map((cells) => [cells[id] ?? '', cells[person] ?? '']));
};

/** Pairs of ids of records; where the file names people, every record of one with every record of the other. */
export const forbiddenPairs = (
  table: Table,
  people: ReadonlyMap<string, string>,
  isRecord: (id: string) => boolean,
): readonly IdPair[] => {
  const recordsOf = new Map<string, readonly string[]>();
  for (const [record, person] of people) recordsOf.set(person, [...(recordsOf.get(person) ?? []), record]);
  const records = (id: string): readonly string[] => (isRecord(id) ? [id] : (recordsOf.get(id) ?? []));
  return firstTwo(table).flatMap(([a, b]) =>
    records(a).flatMap((x) => records(b).map((y): IdPair => [x, y])),
  );
};
