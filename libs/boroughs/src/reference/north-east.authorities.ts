import type { ReferenceRow } from './reference-row';

/**
 * Local authorities with children's services: North East. Source: ONS Register of Geographic Codes (GSS) and DfE local
 * authority numbers, Open Government Licence v3.0.
 */
export const NORTH_EAST: readonly ReferenceRow[] = [
  ['E08000037', '390', 'Gateshead', 'North East'],
  ['E08000021', '391', 'Newcastle upon Tyne', 'North East'],
  ['E08000022', '392', 'North Tyneside', 'North East'],
  ['E08000023', '393', 'South Tyneside', 'North East'],
  ['E08000024', '394', 'Sunderland', 'North East'],
  ['E06000001', '805', 'Hartlepool', 'North East'],
  ['E06000002', '806', 'Middlesbrough', 'North East'],
  ['E06000003', '807', 'Redcar and Cleveland', 'North East'],
  ['E06000004', '808', 'Stockton-on-Tees', 'North East'],
  ['E06000047', '840', 'County Durham', 'North East'],
  ['E06000005', '841', 'Darlington', 'North East'],
  ['E06000057', '929', 'Northumberland', 'North East'],
];
