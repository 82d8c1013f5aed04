import type { ReferenceRow } from './reference-row';

/**
 * Local authorities with children's services: Yorkshire and The Humber. Source: ONS Register of Geographic Codes (GSS) and DfE local
 * authority numbers, Open Government Licence v3.0.
 */
export const YORKSHIRE_AND_THE_HUMBER: readonly ReferenceRow[] = [
  ['E08000038', '370', 'Barnsley', 'Yorkshire and The Humber'],
  ['E08000017', '371', 'Doncaster', 'Yorkshire and The Humber'],
  ['E08000018', '372', 'Rotherham', 'Yorkshire and The Humber'],
  ['E08000039', '373', 'Sheffield', 'Yorkshire and The Humber'],
  ['E08000032', '380', 'Bradford', 'Yorkshire and The Humber'],
  ['E08000033', '381', 'Calderdale', 'Yorkshire and The Humber'],
  ['E08000034', '382', 'Kirklees', 'Yorkshire and The Humber'],
  ['E08000035', '383', 'Leeds', 'Yorkshire and The Humber'],
  ['E08000036', '384', 'Wakefield', 'Yorkshire and The Humber'],
  ['E06000010', '810', 'Kingston upon Hull, City of', 'Yorkshire and The Humber'],
  ['E06000011', '811', 'East Riding of Yorkshire', 'Yorkshire and The Humber'],
  ['E06000012', '812', 'North East Lincolnshire', 'Yorkshire and The Humber'],
  ['E06000013', '813', 'North Lincolnshire', 'Yorkshire and The Humber'],
  ['E06000065', '815', 'North Yorkshire', 'Yorkshire and The Humber'],
  ['E06000014', '816', 'York', 'Yorkshire and The Humber'],
];
