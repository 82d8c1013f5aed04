import { IbexError } from '@ibex/kernel';
import type { Person, PersonField } from '../person';

/** A column of the file, or several, for each thing that is known of a person. */
export type ColumnMap = Readonly<{ id: number; fields: ReadonlyMap<PersonField, readonly number[]> }>;

/** Names under which files have each, without case, spaces, hyphens and underscores. */
const USUAL: Readonly<Record<PersonField | 'id', readonly string[]>> = {
  id: ['recordid', 'uniqueid', 'recid', 'id'],
  source: ['source', 'authority', 'la', 'localauthority'],
  forename: ['forename', 'givenname', 'firstname', 'forenames', 'givennames'],
  surname: ['surname', 'lastname', 'familyname'],
  otherNames: ['othernames', 'middlename', 'middlenames', 'fullname'],
  dob: ['dob', 'dateofbirth', 'birthdate'],
  sex: ['sex', 'gender'],
  ethnicity: ['ethnicity', 'ethnic'],
  postcode: ['postcode', 'homepostcode', 'zip', 'postcodefake'],
  address: ['streetnumber', 'address', 'address1', 'address2', 'street'],
  place: ['place', 'city', 'suburb', 'town', 'birthplace'],
  nhsNumber: ['nhsnumber', 'nhsno', 'nhs'],
  upn: ['upn'],
  identifier: ['identifier', 'socsecid', 'ssn', 'nationalid'],
  email: ['email', 'emailaddress'],
  school: ['school', 'schoolurn'],
  occupation: ['occupation'],
};

const plain = (name: string): string => name.replaceAll(/[^a-z0-9]/gi, '').toLowerCase();
const isField = (name: string): name is PersonField | 'id' => Object.hasOwn(USUAL, name);
const FIELDS = Object.keys(USUAL).filter(isField);

const fieldOf = (name: string): PersonField | 'id' => {
  const found = FIELDS.find((field) => plain(field) === plain(name) || USUAL[field].includes(plain(name)));
  if (found) return found;
  throw new IbexError('identity/map-unknown', `--map: there is no "${name}"; there are ${FIELDS.join(', ')}`);
};

const placeOf = (column: string, header: readonly string[]): number => {
  const place = header.findIndex((name) => plain(name) === plain(column));
  if (place >= 0) return place;
  throw new IbexError(
    'identity/column-missing',
    `--map: the file has no column "${column}"; it has ${header.join(', ')}`,
  );
};

/** `forename=given_name,address=street_number+address_1`. Throws identity/map-unknown, identity/column-missing. */
const mapped = (map: string, header: readonly string[]): ReadonlyMap<string, readonly number[]> =>
  new Map(
    map
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [name = '', columns = ''] = part.split('=');
        return [fieldOf(name), columns.split('+').map((column) => placeOf(column, header))] as const;
      }),
  );

/** What `--map` says, and for the rest the usual names. The id is the first column where nothing says so. */
export const columnMap = (header: readonly string[], map = ''): ColumnMap => {
  const said = mapped(map, header);
  const taken = new Set([...said.values()].flat());
  const usual = (field: PersonField | 'id'): readonly number[] =>
    USUAL[field].flatMap((name) => {
      const place = header.findIndex((column, at) => plain(column) === name && !taken.has(at));
      return place < 0 ? [] : [place];
    });
  const placesOf = (field: PersonField | 'id'): readonly number[] => said.get(field) ?? usual(field);
  const fields = FIELDS.filter((field) => field !== 'id').map((field) => [field, placesOf(field)] as const);
  return { id: placesOf('id')[0] ?? 0, fields: new Map(fields.filter(([, places]) => places.length > 0)) };
};

/** Several columns of one thing stand side by side. */
export const toPerson = (cells: readonly string[], { id, fields }: ColumnMap): Person => {
  const person: Partial<Record<PersonField, string>> = {};
  for (const [field, places] of fields) {
    const text = places.map((place) => cells[place] ?? '').filter((cell) => cell !== '');
    if (text.length > 0) person[field] = text.join(field === 'postcode' ? ';' : ' ');
  }
  return { id: cells[id] ?? '', ...person };
};
