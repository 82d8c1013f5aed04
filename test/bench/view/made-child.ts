import type { ChildIdentity } from '@ibex/kernel';
import { addDays, addHours, startOfLondonDay } from '@ibex/kernel';
import type { MissingFact, PlacementFact } from '@ibex/notifications';

export const LONDON = Array.from({ length: 33 }, (_, i) => `E090000${String(i + 1).padStart(2, '0')}`);
const SYLLABLES = [
  'ba',
  'den',
  'fi',
  'ger',
  'hol',
  'ka',
  'lo',
  'mi',
  'nu',
  'pe',
  'ris',
  'so',
  'ta',
  'vu',
  'wen',
  'zo',
];
/** Outward codes across London; with what follows them, as many postcodes as a city has, so that few children share one. */
const OUTWARDS = [
  'CR0',
  'E8',
  'EN3',
  'HA1',
  'IG1',
  'KT2',
  'N1',
  'NW1',
  'RM9',
  'SE1',
  'SW9',
  'TW3',
  'UB6',
  'W3',
];
const INWARD_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
const ETHNICITIES = ['WBRI', 'BAFR', 'BCRB', 'APKN', 'MWBC', 'OOTH', 'NOBT'];

/** Numbers that look random and are the same each time. */
const mixed = (n: number, salt: number): number => {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  return (x ^ (x >>> 15)) >>> 0;
};
const pick = (from: readonly string[], n: number, salt: number): string =>
  from[mixed(n, salt) % from.length] ?? '';
const word = (n: number, salt: number): string => {
  const text = [1, 2, 3].map((part) => pick(SYLLABLES, n, salt * 10 + part)).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const postcode = (n: number): string => {
  const letters = [10, 11]
    .map((salt) => INWARD_LETTERS.charAt(mixed(n, salt) % INWARD_LETTERS.length))
    .join('');
  return `${pick(OUTWARDS, n, 12)} ${String(mixed(n, 9) % 9)}${letters}`;
};
const pad = (value: number): string => String(value).padStart(2, '0');

export const ownerOf = (n: number): string => pick(LONDON, n, 1);
/** Never its own area. */
export const hostOf = (n: number, stay: number): string =>
  LONDON[(LONDON.indexOf(ownerOf(n)) + 1 + (mixed(n, 20 + stay) % (LONDON.length - 1))) % LONDON.length] ??
  '';

/** The n-th invented child, of one of London's authorities. */
export const childOf = (n: number): ChildIdentity => ({
  localId: `V${String(n)}`,
  forename: word(n, 2),
  surname: word(n, 3),
  dateOfBirth: `${String(2009 + (mixed(n, 4) % 8))}-${pad(1 + (mixed(n, 5) % 12))}-${pad(1 + (mixed(n, 6) % 28))}`,
  sex: mixed(n, 7) % 2 === 0 ? 'M' : 'F',
  ethnicity: pick(ETHNICITIES, n, 8),
  homePostcode: postcode(n),
});

type Noticed = PlacementFact | MissingFact;
/** A fact as its authority tells it. `category`: of its stream, of which a child has one for each `notice`. */
export type MadeFact = Readonly<{
  category: 'placement' | 'missing';
  notice: number;
  by: string;
  at: string;
  fact: Noticed;
}>;

const told = (notice: number, on: string, fact: Noticed): MadeFact => ({
  category: fact.type.startsWith('Missing') ? 'missing' : 'placement',
  notice,
  by: fact.data.by,
  at: addHours(startOfLondonDay(on), 9),
  fact,
});

/** Some hosts have not answered yet: those are what worklists hold. */
const answers = (n: number, notice: number, host: string, on: string): readonly MadeFact[] => {
  if (notice === 2 && n % 20 === 0) return [];
  const assessed = { by: host, riskAssessedOn: on, concerns: false };
  return [
    told(notice, on, { type: 'PlacementAcknowledged', data: { by: host } }),
    told(notice, on, { type: 'PlacementResponded', data: assessed }),
  ];
};

const placement = (n: number, notice: number, on: string): readonly MadeFact[] => {
  const [by, gss] = [ownerOf(n), hostOf(n, notice)];
  const host = { kind: 'authority', gss } as const;
  const data = {
    by,
    host,
    restricted: false,
    startsOn: on,
    occurredAt: on,
    notice: 'planned',
    consulted: false,
    carePlan: 'supplied',
    assessment: 'supplied',
    placementType: 'U6',
    provider: 'PR4',
    legalStatus: 'C2',
  } as const;
  const personal = {
    postcode: 'CR0 1AA',
    narrative: 'Settled with the carer; contact with mother at weekends.',
  };
  return [
    told(notice, on, { type: 'PlacementNotified', data, personal }),
    ...answers(n, notice, gss, addDays(on, 1)),
  ];
};

const ended = (n: number, notice: number, on: string): MadeFact => {
  const host = { kind: 'authority', gss: hostOf(n, notice) } as const;
  const data = {
    by: ownerOf(n),
    endedOn: on,
    host,
    restricted: false,
    occurredAt: on,
    reasonEpisodeCeased: 'X1',
  } as const;
  return told(notice, on, { type: 'PlacementEnded', data });
};

/** One in fifty is missing now. */
const missing = (n: number, on: string): readonly MadeFact[] => {
  const by = ownerOf(n);
  const host = { kind: 'authority', gss: hostOf(n, 2) } as const;
  const reported = {
    by,
    responsible: by,
    host,
    lastSeen: { on },
    areasAtRisk: [hostOf(n, 3)],
    kind: 'M',
    from: 'care',
    occurredAt: on,
    alreadyOver: false,
  } as const;
  const returned = addDays(on, 1);
  const found = { by, when: { on: returned }, occurredAt: returned, ending: 'found' } as const;
  const held = {
    by,
    when: { on: returned },
    occurredAt: returned,
    heldBy: 'responsible-authority',
    hoursAfterReturn: 20,
  } as const;
  return [
    told(3, on, { type: 'MissingReported', data: reported }),
    ...(n % 50 === 0
      ? []
      : [
          told(3, returned, { type: 'MissingFound', data: found }),
          told(3, returned, { type: 'MissingInterviewHeld', data: held }),
        ]),
  ];
};

/** What happened to the n-th child in the year before `today`: about ten facts with its record, as case systems tell them. */
export const courseOf = (n: number, today: string): readonly MadeFact[] => {
  const begun = addDays(today, -300 + (mixed(n, 11) % 200));
  const moved = addDays(today, -20 - (mixed(n, 12) % 60));
  const wentMissing = addDays(today, n % 50 === 0 ? -1 : -5 - (mixed(n, 13) % 80));
  return [
    ...placement(n, 1, begun),
    ended(n, 1, moved),
    ...placement(n, 2, moved),
    ...missing(n, wentMissing),
  ];
};
