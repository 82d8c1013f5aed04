/** `name`: at most two lines of a tile. `column`, `row`: its square, from the top left. */
export type Tile = Readonly<{ gss: string; name: readonly string[]; column: number; row: number }>;

const ROWS: readonly (readonly (readonly [gss: string, name: string] | undefined)[])[] = [
  [undefined, undefined, undefined, undefined, ['E09000010', 'Enfield']],
  [
    ...[undefined, undefined, ['E09000015', 'Harrow'] as const, ['E09000003', 'Barnet'] as const],
    ...[['E09000014', 'Haringey'] as const, ['E09000031', 'Waltham Forest'] as const],
    ...[['E09000026', 'Redbridge'] as const, ['E09000016', 'Havering'] as const],
  ],
  [
    ...[['E09000017', 'Hillingdon'] as const, ['E09000009', 'Ealing'] as const],
    ...[['E09000005', 'Brent'] as const, ['E09000007', 'Camden'] as const],
    ...[['E09000019', 'Islington'] as const, ['E09000012', 'Hackney'] as const],
    ...[['E09000025', 'Newham'] as const, ['E09000002', 'Barking, Dagenham'] as const],
  ],
  [
    ...[['E09000018', 'Hounslow'] as const, ['E09000013', 'Hammersm., Fulham'] as const],
    ...[['E09000020', 'Kensington, Chelsea'] as const, ['E09000033', 'Westminster'] as const],
    ...[['E09000001', 'City of London'] as const, ['E09000030', 'Tower Hamlets'] as const],
  ],
  [
    ...[undefined, ['E09000027', 'Richmond'] as const, ['E09000032', 'Wandsworth'] as const],
    ...[['E09000022', 'Lambeth'] as const, ['E09000028', 'Southwark'] as const],
    ...[['E09000023', 'Lewisham'] as const, ['E09000011', 'Greenwich'] as const],
    ['E09000004', 'Bexley'],
  ],
  [
    ...[undefined, ['E09000021', 'Kingston'] as const, ['E09000024', 'Merton'] as const],
    ...[
      ['E09000029', 'Sutton'] as const,
      ['E09000008', 'Croydon'] as const,
      ['E09000006', 'Bromley'] as const,
    ],
  ],
];

const MOST_ON_A_LINE = 11;

const linesOf = (name: string): readonly string[] => {
  if (name.length <= MOST_ON_A_LINE) return [name];
  const at = name.lastIndexOf(' ');
  return at === -1 ? [name] : [name.slice(0, at), name.slice(at + 1)];
};

/**
 * The 33 authorities of London as equal squares, each beside as many of its true neighbours as squares allow, and on its
 * own side of the Thames. Area means nothing: a map to scale would show Bromley large and hide the City.
 */
export const TILES: readonly Tile[] = ROWS.flatMap((tiles, row) =>
  tiles.flatMap((tile, column) => (tile ? [{ gss: tile[0], name: linesOf(tile[1]), column, row }] : [])),
);
export const COLUMNS = 8;
export const ROW_COUNT = 6;
