import type { ReferenceRow } from './reference-row';

/**
 * Local authorities with children's services: South East. Source: ONS Register of Geographic Codes (GSS) and DfE local
 * authority numbers, Open Government Licence v3.0.
 */
export const SOUTH_EAST: readonly ReferenceRow[] = [
  ['E06000060', '825', 'Buckinghamshire', 'South East'],
  ['E06000042', '826', 'Milton Keynes', 'South East'],
  ['E10000011', '845', 'East Sussex', 'South East'],
  ['E06000043', '846', 'Brighton and Hove', 'South East'],
  ['E10000014', '850', 'Hampshire', 'South East'],
  ['E06000044', '851', 'Portsmouth', 'South East'],
  ['E06000045', '852', 'Southampton', 'South East'],
  ['E06000036', '867', 'Bracknell Forest', 'South East'],
  ['E06000040', '868', 'Windsor and Maidenhead', 'South East'],
  ['E06000037', '869', 'West Berkshire', 'South East'],
  ['E06000038', '870', 'Reading', 'South East'],
  ['E06000039', '871', 'Slough', 'South East'],
  ['E06000041', '872', 'Wokingham', 'South East'],
  ['E10000016', '886', 'Kent', 'South East'],
  ['E06000035', '887', 'Medway', 'South East'],
  ['E06000046', '921', 'Isle of Wight', 'South East'],
  ['E10000025', '931', 'Oxfordshire', 'South East'],
  ['E10000030', '936', 'Surrey', 'South East'],
  ['E10000032', '938', 'West Sussex', 'South East'],
];
