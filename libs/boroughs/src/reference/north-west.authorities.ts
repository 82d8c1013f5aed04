import type { ReferenceRow } from './reference-row';

/**
 * Local authorities with children's services: North West. Source: ONS Register of Geographic Codes (GSS) and DfE local
 * authority numbers, Open Government Licence v3.0.
 */
export const NORTH_WEST: readonly ReferenceRow[] = [
  ['E08000011', '340', 'Knowsley', 'North West'],
  ['E08000012', '341', 'Liverpool', 'North West'],
  ['E08000013', '342', 'St. Helens', 'North West'],
  ['E08000014', '343', 'Sefton', 'North West'],
  ['E08000015', '344', 'Wirral', 'North West'],
  ['E08000001', '350', 'Bolton', 'North West'],
  ['E08000002', '351', 'Bury', 'North West'],
  ['E08000003', '352', 'Manchester', 'North West'],
  ['E08000004', '353', 'Oldham', 'North West'],
  ['E08000005', '354', 'Rochdale', 'North West'],
  ['E08000006', '355', 'Salford', 'North West'],
  ['E08000007', '356', 'Stockport', 'North West'],
  ['E08000008', '357', 'Tameside', 'North West'],
  ['E08000009', '358', 'Trafford', 'North West'],
  ['E08000010', '359', 'Wigan', 'North West'],
  ['E06000006', '876', 'Halton', 'North West'],
  ['E06000007', '877', 'Warrington', 'North West'],
  ['E10000017', '888', 'Lancashire', 'North West'],
  ['E06000008', '889', 'Blackburn with Darwen', 'North West'],
  ['E06000009', '890', 'Blackpool', 'North West'],
  ['E06000049', '895', 'Cheshire East', 'North West'],
  ['E06000050', '896', 'Cheshire West and Chester', 'North West'],
  ['E06000063', '942', 'Cumberland', 'North West'],
  ['E06000064', '943', 'Westmorland and Furness', 'North West'],
];
