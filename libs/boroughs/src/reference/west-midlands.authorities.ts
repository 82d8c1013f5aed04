import type { ReferenceRow } from './reference-row';

/**
 * Local authorities with children's services: West Midlands. Source: ONS Register of Geographic Codes (GSS) and DfE local
 * authority numbers, Open Government Licence v3.0.
 */
export const WEST_MIDLANDS: readonly ReferenceRow[] = [
  ['E08000025', '330', 'Birmingham', 'West Midlands'],
  ['E08000026', '331', 'Coventry', 'West Midlands'],
  ['E08000027', '332', 'Dudley', 'West Midlands'],
  ['E08000028', '333', 'Sandwell', 'West Midlands'],
  ['E08000029', '334', 'Solihull', 'West Midlands'],
  ['E08000030', '335', 'Walsall', 'West Midlands'],
  ['E08000031', '336', 'Wolverhampton', 'West Midlands'],
  ['E10000028', '860', 'Staffordshire', 'West Midlands'],
  ['E06000021', '861', 'Stoke-on-Trent', 'West Midlands'],
  ['E06000019', '884', 'Herefordshire, County of', 'West Midlands'],
  ['E10000034', '885', 'Worcestershire', 'West Midlands'],
  ['E06000051', '893', 'Shropshire', 'West Midlands'],
  ['E06000020', '894', 'Telford and Wrekin', 'West Midlands'],
  ['E10000031', '937', 'Warwickshire', 'West Midlands'],
];
