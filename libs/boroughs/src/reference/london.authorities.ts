import type { ReferenceRow } from './reference-row';

/**
 * Local authorities with children's services: London. Source: ONS Register of Geographic Codes (GSS) and DfE local
 * authority numbers, Open Government Licence v3.0.
 * Inner and Outer London are as the DfE divides them in its statistics.
 */
const INNER_LONDON: readonly ReferenceRow[] = [
  ['E09000001', '201', 'City of London', 'Inner London'],
  ['E09000007', '202', 'Camden', 'Inner London'],
  ['E09000012', '204', 'Hackney', 'Inner London'],
  ['E09000013', '205', 'Hammersmith and Fulham', 'Inner London'],
  ['E09000019', '206', 'Islington', 'Inner London'],
  ['E09000020', '207', 'Kensington and Chelsea', 'Inner London'],
  ['E09000022', '208', 'Lambeth', 'Inner London'],
  ['E09000023', '209', 'Lewisham', 'Inner London'],
  ['E09000028', '210', 'Southwark', 'Inner London'],
  ['E09000030', '211', 'Tower Hamlets', 'Inner London'],
  ['E09000032', '212', 'Wandsworth', 'Inner London'],
  ['E09000033', '213', 'Westminster', 'Inner London'],
  ['E09000014', '309', 'Haringey', 'Inner London'],
  ['E09000025', '316', 'Newham', 'Inner London'],
];

const OUTER_LONDON: readonly ReferenceRow[] = [
  ['E09000011', '203', 'Greenwich', 'Outer London'],
  ['E09000002', '301', 'Barking and Dagenham', 'Outer London'],
  ['E09000003', '302', 'Barnet', 'Outer London'],
  ['E09000004', '303', 'Bexley', 'Outer London'],
  ['E09000005', '304', 'Brent', 'Outer London'],
  ['E09000006', '305', 'Bromley', 'Outer London'],
  ['E09000008', '306', 'Croydon', 'Outer London'],
  ['E09000009', '307', 'Ealing', 'Outer London'],
  ['E09000010', '308', 'Enfield', 'Outer London'],
  ['E09000015', '310', 'Harrow', 'Outer London'],
  ['E09000016', '311', 'Havering', 'Outer London'],
  ['E09000017', '312', 'Hillingdon', 'Outer London'],
  ['E09000018', '313', 'Hounslow', 'Outer London'],
  ['E09000021', '314', 'Kingston upon Thames', 'Outer London'],
  ['E09000024', '315', 'Merton', 'Outer London'],
  ['E09000026', '317', 'Redbridge', 'Outer London'],
  ['E09000027', '318', 'Richmond upon Thames', 'Outer London'],
  ['E09000029', '319', 'Sutton', 'Outer London'],
  ['E09000031', '320', 'Waltham Forest', 'Outer London'],
];

export const LONDON: readonly ReferenceRow[] = [...INNER_LONDON, ...OUTER_LONDON];
