import type { FieldGroup } from './ports/access.port';

/** Personal fields by what they tell of a child. */
const FIELDS: Readonly<Partial<Record<FieldGroup, readonly string[]>>> = {
  identity: [
    ...[
      'child',
      'description',
      'expectedDeliveryOn',
      'forename',
      'surname',
      'dateOfBirth',
      'sex',
      'ethnicity',
    ],
  ],
  numbers: ['policeReference', 'localId', 'upn', 'nhsNumber'],
  whereabouts: [
    ...['address', 'postcode', 'providerName', 'placementAddress', 'placementPostcode', 'homePostcode'],
    ...['oldAddress', 'oldPostcode', 'newAddress', 'newPostcode', 'lastSeenPlace', 'place', 'whereabouts'],
  ],
  contacts: ['contacts', 'interviewer', 'applicantName'],
};
const GROUPS: readonly FieldGroup[] = ['identity', 'numbers', 'whereabouts', 'contacts'];

/** What a personal field tells of a child. One that is not named here may tell anything: it goes with the narrative. */
export const groupOfField = (name: string): FieldGroup =>
  GROUPS.find((group) => FIELDS[group]?.includes(name)) ?? 'narrative';
