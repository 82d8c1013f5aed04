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

/** Address, contacts, and free text, which nobody can check for an address. */
const LEADING_TO_CHILD: ReadonlySet<FieldGroup> = new Set(['whereabouts', 'contacts', 'narrative']);

/** Whether whoever reads fields of this group may find the child by them. */
export const isLeadingToChild = (group: FieldGroup): boolean => LEADING_TO_CHILD.has(group);

/** Whether whoever reads a personal field of this name may find the child by it. */
export const leadsToChild = (name: string): boolean => isLeadingToChild(groupOfField(name));
