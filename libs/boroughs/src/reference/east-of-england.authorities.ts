import type { ReferenceRow } from './reference-row';

/**
 * Local authorities with children's services: East of England. Source: ONS Register of Geographic Codes (GSS) and DfE local
 * authority numbers, Open Government Licence v3.0.
 */
export const EAST_OF_ENGLAND: readonly ReferenceRow[] = [
  ['E06000032', '821', 'Luton', 'East of England'],
  ['E06000055', '822', 'Bedford', 'East of England'],
  ['E06000056', '823', 'Central Bedfordshire', 'East of England'],
  ['E10000003', '873', 'Cambridgeshire', 'East of England'],
  ['E06000031', '874', 'Peterborough', 'East of England'],
  ['E10000012', '881', 'Essex', 'East of England'],
  ['E06000033', '882', 'Southend-on-Sea', 'East of England'],
  ['E06000034', '883', 'Thurrock', 'East of England'],
  ['E10000015', '919', 'Hertfordshire', 'East of England'],
  ['E10000020', '926', 'Norfolk', 'East of England'],
  ['E10000029', '935', 'Suffolk', 'East of England'],
];
