import type { ReferenceRow } from './reference-row';

/**
 * Local authorities with children's services: East Midlands. Source: ONS Register of Geographic Codes (GSS) and DfE local
 * authority numbers, Open Government Licence v3.0.
 */
export const EAST_MIDLANDS: readonly ReferenceRow[] = [
  ['E10000007', '830', 'Derbyshire', 'East Midlands'],
  ['E06000015', '831', 'Derby', 'East Midlands'],
  ['E10000018', '855', 'Leicestershire', 'East Midlands'],
  ['E06000016', '856', 'Leicester', 'East Midlands'],
  ['E06000017', '857', 'Rutland', 'East Midlands'],
  ['E10000024', '891', 'Nottinghamshire', 'East Midlands'],
  ['E06000018', '892', 'Nottingham', 'East Midlands'],
  ['E10000019', '925', 'Lincolnshire', 'East Midlands'],
  ['E06000061', '940', 'North Northamptonshire', 'East Midlands'],
  ['E06000062', '941', 'West Northamptonshire', 'East Midlands'],
];
