import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An invented authority's share of the invented London: real codes and names, no real child, carer or address. */
export type DemoBorough = Readonly<{ gss: string; dfe: string; name: string; outward: string }>;

export const DEMO_BOROUGHS: readonly DemoBorough[] = [
  { gss: 'E09000007', dfe: '202', name: 'Camden', outward: 'ZZ7' },
  { gss: 'E09000008', dfe: '306', name: 'Croydon', outward: 'ZZ8' },
  { gss: 'E09000009', dfe: '307', name: 'Ealing', outward: 'ZZ9' },
  { gss: 'E09000012', dfe: '204', name: 'Hackney', outward: 'ZZ12' },
  { gss: 'E09000023', dfe: '209', name: 'Lewisham', outward: 'ZZ23' },
  { gss: 'E09000025', dfe: '316', name: 'Newham', outward: 'ZZ25' },
];
/** Outside London and not a member of the demo's exchange: told by letter. */
export const DEMO_NON_MEMBER: DemoBorough = { gss: 'E10000016', dfe: '886', name: 'Kent', outward: 'ZZ16' };

const CHILDREN_PER_BOROUGH = 40;
const STREETS = ['AA', 'AB', 'AD', 'AE', 'AF', 'BA', 'BB', 'BD'];
const TYPES_OLDER = ['U6', 'U4', 'K2', 'K3', 'U3'];
const TYPES_YOUNGER = ['U6', 'U6', 'U4', 'U3'];
const ETHNIC = ['WBRI', 'BAFR', 'BCRB', 'ABAN', 'MWBC', 'WOTH', 'AOTH'];

type Random = () => number;
/** A small seeded generator (mulberry32), so that every demo tells the same story. */
const seeded = (seed: number): Random => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};
const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};
const pad = (value: number): string => String(value).padStart(2, '0');
const ukDate = (iso: string): string => iso.split('-').reverse().join('/');
const dayOfYear = (offset: number): string =>
  new Date(Date.UTC(2025, 3, 1) + offset * 86_400_000).toISOString().slice(0, 10);
const postcodeIn = (random: Random, borough: DemoBorough): string =>
  `${borough.outward} ${String(1 + Math.floor(random() * 8))}${pick(random, STREETS)}`;

type Rows = Readonly<{ header: string[]; episodes: string[]; missing: string[] }>;

const somewhere = (random: Random, home: DemoBorough): DemoBorough => {
  if (random() < 0.35) return home;
  return random() < 0.08 ? DEMO_NON_MEMBER : pick(random, DEMO_BOROUGHS);
};

type Child = Readonly<{ id: string; born: string; homePost: string; isOlder: boolean }>;

const newChild = (random: Random, home: DemoBorough, number: number): Child => {
  const born = `${String(2008 + Math.floor(random() * 9))}-${pad(1 + Math.floor(random() * 12))}-${pad(1 + Math.floor(random() * 28))}`;
  const id = `${home.dfe}${String(1000 + number)}`;
  return { id, born, homePost: postcodeIn(random, home), isOlder: born < '2013' };
};

const episodeOf = (
  random: Random,
  home: DemoBorough,
  child: Child,
  [start, next, isFirst]: readonly [number, number | undefined, boolean],
): string => {
  const type = pick(random, child.isOlder ? TYPES_OLDER : TYPES_YOUNGER);
  const ending = next === undefined ? ['', '', ''] : [ukDate(dayOfYear(next)), 'X1', 'CARPL'];
  const place = postcodeIn(random, somewhere(random, home));
  const urn = `SC${String(900_000 + Math.floor(random() * 99_999))}`;
  const what = [isFirst ? 'S' : 'P', 'C2', 'N1', type, type.startsWith('K') ? 'PR4' : 'PR1'];
  return [child.id, ukDate(dayOfYear(start)), ...what, ...ending, child.homePost, place, urn].join(',');
};

const addChild = (random: Random, home: DemoBorough, number: number, rows: Rows): void => {
  const child = newChild(random, home, number);
  const person = [
    child.id,
    pick(random, ['M', 'F']),
    ukDate(child.born),
    pick(random, ETHNIC),
    'UN1',
    '',
    '',
  ];
  rows.header.push(person.join(','));
  const first = Math.floor(random() * 150);
  const second = random() < 0.4 ? 180 + Math.floor(random() * 100) : undefined;
  rows.episodes.push(episodeOf(random, home, child, [first, second, true]));
  if (second !== undefined) rows.episodes.push(episodeOf(random, home, child, [second, undefined, false]));
  if (!child.isOlder || random() >= 0.4) return;
  const from = first + 5 + Math.floor(random() * 20);
  rows.missing.push(
    [child.id, ukDate(child.born), 'M', ukDate(dayOfYear(from)), ukDate(dayOfYear(from + 1))].join(','),
  );
};

const returnOf = (random: Random, home: DemoBorough): Rows => {
  const rows: Rows = {
    header: ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'],
    episodes: [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
    ],
    missing: ['CHILD,DOB,MISSING,MIS_START,MIS_END'],
  };
  for (let number = 0; number < CHILDREN_PER_BOROUGH; number += 1) addChild(random, home, number, rows);
  return rows;
};

const postcodeTable = (): string => {
  const lines = ['postcode,gss_code'];
  for (const borough of [...DEMO_BOROUGHS, DEMO_NON_MEMBER])
    for (let sector = 1; sector <= 8; sector += 1)
      for (const street of STREETS)
        lines.push(`${borough.outward} ${String(sector)}${street},${borough.gss}`);
  return `${lines.join('\n')}\n`;
};

export type SmallLondon = Readonly<{
  postcodes: string;
  returns: readonly Readonly<{ borough: DemoBorough; folder: string }>[];
}>;

/** Writes a small invented London: one SSDA903 return per borough and the postcode table that goes with it. */
export const writeSmallLondon = async (folder: string): Promise<SmallLondon> => {
  const random = seeded(903);
  const postcodes = join(folder, 'postcodes.csv');
  await mkdir(folder, { recursive: true });
  await writeFile(postcodes, postcodeTable());
  const returns = await Promise.all(
    DEMO_BOROUGHS.map((borough) => ({ borough, rows: returnOf(random, borough) })).map(
      async ({ borough, rows }) => {
        const own = join(folder, `${borough.dfe}-${borough.name.toLowerCase()}`);
        await mkdir(own, { recursive: true });
        await Promise.all(
          Object.entries(rows).map(([name, lines]) =>
            writeFile(join(own, `${name}.csv`), `${lines.join('\n')}\n`),
          ),
        );
        return { borough, folder: own };
      },
    ),
  );
  return { postcodes, returns };
};
