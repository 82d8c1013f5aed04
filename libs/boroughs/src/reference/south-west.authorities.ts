import type { ReferenceRow } from './reference-row';

/**
 * Local authorities with children's services: South West. Source: ONS Register of Geographic Codes (GSS) and DfE local
 * authority numbers, Open Government Licence v3.0.
 */
export const SOUTH_WEST: readonly ReferenceRow[] = [
  ['E06000053', '420', 'Isles of Scilly', 'South West'],
  ['E06000022', '800', 'Bath and North East Somerset', 'South West'],
  ['E06000023', '801', 'Bristol, City of', 'South West'],
  ['E06000024', '802', 'North Somerset', 'South West'],
  ['E06000025', '803', 'South Gloucestershire', 'South West'],
  ['E06000059', '838', 'Dorset', 'South West'],
  ['E06000058', '839', 'Bournemouth, Christchurch and Poole', 'South West'],
  ['E06000054', '865', 'Wiltshire', 'South West'],
  ['E06000030', '866', 'Swindon', 'South West'],
  ['E10000008', '878', 'Devon', 'South West'],
  ['E06000026', '879', 'Plymouth', 'South West'],
  ['E06000027', '880', 'Torbay', 'South West'],
  ['E06000052', '908', 'Cornwall', 'South West'],
  ['E10000013', '916', 'Gloucestershire', 'South West'],
  ['E06000066', '933', 'Somerset', 'South West'],
];
