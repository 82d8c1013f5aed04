/** A child whose every particular is found nowhere else. */
export const child = {
  ...{ localId: 'PLANT-LOCAL-7731', forename: 'Zqxwelda', surname: 'Vornsbyplant' },
  ...{ dateOfBirth: '2012-07-23', nhsNumber: '9434765919', homePostcode: 'CR0 1EA' },
};
export const SAID = {
  ...{ address: 'Quillfeather Yard 77', narrative: 'A purple heron told the wardrobe' },
  providerName: 'Marmaladehouse',
};
export const contacts = { socialWorker: { name: 'Ottoline Planter', phone: '07700900123' } };
export const MISSING = {
  description: 'Chartreuse bobblehat',
  circumstances: 'Left by the scullery',
  lastSeenPlace: 'Wexbridge',
};
export const WHY_HIDDEN = 'Because of the brass otter';
/** The hub's own words, which its own people may read. */
export const WHY_ASKED = 'Because of the tin badger';
export const ASKED_OF_HOST = 'Does the copper pelican know her';

/** Whatever leads to the child or tells of it, in people's words. */
export const WORDS: readonly string[] = [
  ...[child.localId, child.forename, child.surname, child.nhsNumber],
  ...Object.values(SAID),
  ...Object.values(contacts.socialWorker),
  ...Object.values(MISSING),
  ...[WHY_HIDDEN, WHY_ASKED, ASKED_OF_HOST],
];
