import { ageOn, isCivilDate } from '@ibex/kernel';
import type { RecordShown } from '../parts/answers';

export type RecordLine = Readonly<{
  recordRef: string;
  ownerName: string;
  name: string;
  born?: string;
  localId?: string;
  seenAs: string;
  basis: string;
  withheld: boolean;
}>;
export type WhoShown = Readonly<{
  /** As the page is headed. */
  name: string;
  born?: string;
  age?: number;
  records: readonly RecordLine[];
  /** Authorities that keep something back: whom to ask, and nothing else. */
  askOwners: readonly string[];
  /** Records say different things of who the child is. */
  isAtOdds: boolean;
}>;

const SEEN_AS: Readonly<Record<RecordShown['seenAs'], string>> = {
  owner: 'your own record',
  addressee: 'your authority was told of it',
  grant: 'you opened it in an emergency',
};
export const NAMELESS = 'A child whose name is not open to you';

const nameOf = ({ child }: RecordShown): string =>
  [child?.forename, child?.surname].filter((part) => part !== undefined && part !== '').join(' ');

const lineOf = (record: RecordShown): RecordLine => {
  const { recordRef, ownerName, child, seenAs, basis, withheld } = record;
  return {
    ...{ recordRef, ownerName, name: nameOf(record), seenAs: SEEN_AS[seenAs], withheld },
    basis: `${basis.text} (${basis.source})`,
    ...(child?.dateOfBirth === undefined ? {} : { born: child.dateOfBirth }),
    ...(child?.localId === undefined ? {} : { localId: child.localId }),
  };
};

const differ = (values: readonly (string | undefined)[]): boolean =>
  new Set(values.filter((value) => value !== undefined && value !== '').map((value) => value?.toLowerCase()))
    .size > 1;

const bornOf = (records: readonly RecordShown[], today: string): Pick<WhoShown, 'born' | 'age'> => {
  const born = records.map(({ child }) => child?.dateOfBirth).find((date) => date !== undefined);
  if (born === undefined || !isCivilDate(born)) return {};
  return born > today ? { born } : { born, age: ageOn(born, today) };
};

const RANK: Readonly<Record<RecordShown['seenAs'], number>> = { owner: 0, grant: 1, addressee: 2 };

/** Who the child is by the records that the reader may see, one’s own first. `today`: London date. */
export const whoPage = (records: readonly RecordShown[], today: string): WhoShown => {
  const ordered = records.toSorted((one, other) => RANK[one.seenAs] - RANK[other.seenAs]);
  const lines = ordered.map(lineOf);
  return {
    name: lines.map(({ name }) => name).find((name) => name !== '') ?? NAMELESS,
    ...bornOf(ordered, today),
    records: lines,
    askOwners: [...new Set(lines.filter(({ withheld }) => withheld).map(({ ownerName }) => ownerName))],
    isAtOdds: differ(lines.map(({ name }) => name)) || differ(lines.map(({ born }) => born)),
  };
};
