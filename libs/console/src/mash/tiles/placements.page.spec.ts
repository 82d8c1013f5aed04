import {
  CAMDEN,
  CROYDON,
  EALING,
  HISTORY,
  KENT,
  RECORDS,
  entry,
  nameOf,
  notified,
} from '../parts/history.fixture';
import type { AuthorityShown, Entry } from '../parts/answers';
import { TILES } from './boroughs.tiles';
import { placementsPage } from './placements.page';

const authority = (gss: string, region: string): AuthorityShown => ({
  ...{ gss, region, name: nameOf(gss), dfeNumber: '000', member: true },
});
const about = { today: '2026-03-20', authorities: [authority(KENT, 'South East')], nameOf };
const page = (items: readonly Entry[]) => placementsPage({ records: RECORDS, items }, about);
const tile = (items: readonly Entry[], key: string) => page(items).map.tiles.find((one) => one.key === key);

/** Boroughs that share a border on the ground. */
const NEIGHBOURS = [
  ...[['E09000017', 'E09000009'] as const, ['E09000003', 'E09000014'] as const],
  ...[['E09000007', 'E09000019'] as const, ['E09000008', 'E09000006'] as const],
  ...[['E09000028', 'E09000023'] as const, ['E09000033', 'E09000001'] as const],
];

type Square = readonly [column: number, row: number];
const NOWHERE: Square = [99, 99];
const squareOf = (gss: string): Square => {
  const found = TILES.find((each) => each.gss === gss);
  return found ? [found.column, found.row] : NOWHERE;
};
const distance = ([a, b]: Square, [c, d]: Square): number => Math.abs(a - c) + Math.abs(b - d);

describe('the tiles of London', () => {
  it('are 33, each authority once, no two on one square', () => {
    expect(new Set(TILES.map(({ gss }) => gss)).size).toBe(33);
    expect(new Set(TILES.map(({ column, row }) => `${String(column)} ${String(row)}`)).size).toBe(33);
    expect(TILES.every(({ gss }) => /^E090000(?:0[1-9]|[12]\d|3[0-3])$/.test(gss))).toBe(true);
  });

  it.each(NEIGHBOURS)('keep %s beside %s', (one, other) => {
    const apart = distance(squareOf(one), squareOf(other));
    expect(apart).toBe(1);
  });
});

describe('the map of placements', () => {
  it('gives each stay its number, and each area all of its numbers', () => {
    expect(page(HISTORY).stays.map(({ order, where, isCurrent }) => [order, where, isCurrent])).toEqual([
      [1, 'Ealing', false],
      [2, 'Croydon', false],
      [3, 'Kent', false],
      [4, 'Croydon', true],
    ]);
    expect(tile(HISTORY, CROYDON)).toMatchObject({
      ...{ numbers: '2, 4', count: 2, isCurrent: true, isHome: false },
      title: 'Croydon: 2 stays, number 2, 4 (now)',
    });
    expect(tile(HISTORY, EALING)).toMatchObject({ numbers: '1', isCurrent: false });
    expect(tile(HISTORY, CAMDEN)).toMatchObject({ numbers: '', count: 0, isHome: true });
  });

  it('puts what lies outside London at the edge, and draws the way there and back', () => {
    const { map } = page(HISTORY);
    const kent = map.tiles.find(({ key }) => key === KENT);
    expect(kent).toMatchObject({ isOutside: true, numbers: '3' });
    expect(kent?.x).toBeGreaterThan(
      Math.max(...map.tiles.filter(({ isOutside }) => !isOutside).map(({ x }) => x)),
    );
    expect(map.ways.map(({ title, isLast }) => [title, isLast])).toEqual([
      ['From Ealing (1) to Croydon (2)', false],
      ['From Croydon (2) to Kent (3)', false],
      ['From Kent (3) to Croydon (4)', true],
    ]);
  });

  it('keeps all within its frame, and no two boxes of an edge on each other', () => {
    const codes = ['E10000012', 'E10000016', 'E10000029', 'E10000020', 'E06000033', 'E06000034', 'E06000035'];
    const { map } = page(
      codes.map((gss, n) => notified(`placement-${String(n)}`, gss, `2025-0${String(n + 1)}-01`)),
    );
    const outside = map.tiles.filter(({ isOutside }) => isOutside);
    expect(outside).toHaveLength(7);
    const inside = map.tiles.every(
      ({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= map.width && y + height <= map.height,
    );
    expect(inside).toBe(true);
    const ys = outside.map(({ y }) => y).sort((a, b) => a - b);
    expect(ys.slice(1).every((y, at) => y - (ys[at] ?? 0) >= 54)).toBe(true);
  });

  it('counts a stay whose place is kept back or not known, and draws it nowhere', () => {
    const hidden = ['withheld', 'unknown'].map((kind, n) =>
      entry({
        ...{ notice: `placement-${String(n)}`, type: 'PlacementNotified', occurredAt: '2026-01-01' },
        data: { startsOn: '2026-01-01', host: { kind } },
      }),
    );
    const shown = page(hidden);
    expect(shown.nowhere).toBe(2);
    expect(shown.stays.map(({ where }) => where)).toEqual(['kept from everyone', 'area not known']);
    expect(shown.map.tiles.every(({ count }) => count === 0)).toBe(true);
  });

  it('names a place outside England as its country', () => {
    const wales = entry({
      ...{ notice: 'placement-1', type: 'PlacementNotified', occurredAt: '2026-01-01' },
      data: { startsOn: '2026-01-01', host: { kind: 'outside-england', code: 'WAL' } },
    });
    expect(page([wales]).stays).toMatchObject([{ where: 'Wales', place: { kind: 'edge', edge: 'west' } }]);
  });
});
