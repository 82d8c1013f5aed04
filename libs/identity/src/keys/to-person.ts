import type { ChildIdentity } from '@ibex/kernel';
import type { Person } from '../matching/person';

const FIELDS = {
  ...{ forename: 'forename', surname: 'surname', dateOfBirth: 'dob', sex: 'sex', ethnicity: 'ethnicity' },
  ...{ homePostcode: 'postcode', nhsNumber: 'nhsNumber', upn: 'upn' },
} as const;
type Told = keyof typeof FIELDS;

const isTold = (field: string): field is Told => Object.hasOwn(FIELDS, field);

/** What an authority's record says, as records are compared. */
export const toPerson = (
  { recordRef, owner }: Readonly<{ recordRef: string; owner: string }>,
  identity: ChildIdentity,
): Person => {
  const told = Object.entries(identity).flatMap(([field, text]) =>
    isTold(field) ? [[FIELDS[field], text] as const] : [],
  );
  return { ...Object.fromEntries(told), id: recordRef, source: owner };
};
