import type { FormerRow } from './reference-row';

/**
 * Codes that went out of use between the first SSDA903 year that IBEX reads (2016-17) and now. Sources: the
 * structural changes orders named below, ONS Register of Geographic Codes and DfE local authority numbers, Open
 * Government Licence v3.0. Older codes are not known here, and so are refused rather than guessed.
 */
export const FORMER: readonly FormerRow[] = [
  // Bournemouth, Dorset and Poole (Structural Changes) Order 2018 (SI 2018/648): Christchurch left Dorset
  ['E10000009', '835', 'Dorset (county)', 'South West', '2019-04-01', ['E06000059', 'E06000058']],
  ['E06000029', '836', 'Poole', 'South West', '2019-04-01', ['E06000058']],
  ['E06000028', '837', 'Bournemouth', 'South West', '2019-04-01', ['E06000058']],
  // Buckinghamshire (Structural Changes) Order 2019 (SI 2019/957)
  ['E10000002', '825', 'Buckinghamshire (county)', 'South East', '2020-04-01', ['E06000060']],
  // Northamptonshire (Structural Changes) Order 2020 (SI 2020/156)
  ['E10000021', '928', 'Northamptonshire', 'East Midlands', '2021-04-01', ['E06000061', 'E06000062']],
  // Cumbria (Structural Changes) Order 2022 (SI 2022/331)
  ['E10000006', '909', 'Cumbria', 'North West', '2023-04-01', ['E06000063', 'E06000064']],
  // North Yorkshire (Structural Changes) Order 2022 (SI 2022/328)
  ['E10000023', '815', 'North Yorkshire (county)', 'Yorkshire and The Humber', '2023-04-01', ['E06000065']],
  // Somerset (Structural Changes) Order 2022 (SI 2022/329)
  ['E10000027', '933', 'Somerset (county)', 'South West', '2023-04-01', ['E06000066']],
  // Barnsley and Sheffield exchanged a little land in 2025 and got new codes; the councils carry on
  ['E08000016', '370', 'Barnsley', 'Yorkshire and The Humber', '2025-04-01', ['E08000038']],
  ['E08000019', '373', 'Sheffield', 'Yorkshire and The Humber', '2025-04-01', ['E08000039']],
];
