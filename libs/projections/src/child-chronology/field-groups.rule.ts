import type { FieldGroup, RecordSight } from '@ibex/kernel';

type Fields = Readonly<Record<string, unknown>>;

/** Personal fields by what they tell of a child. Whatever is not named here may tell anything: it goes with the narrative. */
const GROUPS: Readonly<Partial<Record<FieldGroup, readonly string[]>>> = {
  identity: ['child', 'description', 'expectedDeliveryOn'],
  numbers: ['policeReference', 'localId', 'upn', 'nhsNumber'],
  whereabouts: [
    ...['address', 'postcode', 'providerName', 'placementAddress', 'placementPostcode', 'homePostcode'],
    ...['oldAddress', 'oldPostcode', 'newAddress', 'newPostcode', 'lastSeenPlace', 'place', 'whereabouts'],
  ],
  contacts: ['contacts', 'interviewer', 'applicantName'],
};
const GROUP_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(GROUPS).flatMap(([group, names]) => names.map((name) => [name, group] as const)),
);

/** The personal fields that the policy opens to a reader of a record; what the reader wrote itself stays its own. */
export const openedPersonal = (
  personal: Fields,
  { groups, sight }: RecordSight,
  isOwnDeed: boolean,
): Fields | undefined => {
  if (isOwnDeed && sight !== 'owner') return personal;
  const open: ReadonlySet<string> = new Set(groups);
  const shown = Object.entries(personal).filter(([name]) => open.has(GROUP_OF.get(name) ?? 'narrative'));
  return shown.length === 0 ? undefined : Object.fromEntries(shown);
};

/** What an entry says openly is the course of things; without it there is only that something was. */
export const openedData = (data: Fields, { groups }: RecordSight): Fields =>
  groups.includes('course') ? data : {};
