import { FixedClock, MemoryPostcodes } from '@ibex/adapters/memory';
import type { Authorities, Authority } from '@ibex/kernel';
import { ProblemError } from '@ibex/runtime';
import type { HostGiven } from './host.dto';
import { HostResolver } from './host.resolver';

const known: readonly Authority[] = [
  { gss: 'E09000008', dfeNumber: '306', name: 'Croydon', region: 'London', member: true },
  { gss: 'E09000007', dfeNumber: '202', name: 'Camden', region: 'London', member: true },
  {
    ...{ gss: 'E10000006', dfeNumber: '909', name: 'Cumbria', region: 'North West', member: false },
    ...{ endedOn: '2023-04-01', followedBy: ['E06000063', 'E06000064'] },
  },
  { gss: 'E06000063', dfeNumber: '942', name: 'Cumberland', region: 'North West', member: false },
  {
    ...{ gss: 'E06000064', dfeNumber: '943', name: 'Westmorland and Furness', region: 'North West' },
    member: false,
  },
  {
    ...{ gss: 'E06000029', dfeNumber: '836', name: 'Poole', region: 'South West', member: false },
    ...{ endedOn: '2019-04-01', followedBy: ['E06000058'] },
  },
  {
    ...{ gss: 'E06000058', dfeNumber: '839', name: 'Bournemouth, Christchurch and Poole' },
    ...{ region: 'South West', member: false },
  },
];
const authorities: Authorities = {
  all: () => known,
  find: (gss) => known.find((authority) => authority.gss === gss),
  isMember: () => true,
};

async function* table() {
  yield [
    ['CR0 1EA', 'E09000008'] as const,
    ['CT1 1AA', 'E07000106'] as const,
    ['CA1 1AA', 'E10000006'] as const,
    ['BH15 1AA', 'E06000029'] as const,
  ];
  await Promise.resolve();
}
const clock = new FixedClock();
const resolver = async (): Promise<HostResolver> => {
  const postcodes = new MemoryPostcodes();
  await postcodes.load(table());
  return new HostResolver(postcodes, authorities, clock);
};
const resolve = async (given: Partial<HostGiven>) =>
  (await resolver()).resolve({ orUnknown: false, ...given });
const problemOf = async (given: Partial<HostGiven>) => {
  try {
    await resolve(given);
  } catch (error) {
    if (error instanceof ProblemError) return { detail: error.detail, ...error.extras };
  }
  return undefined;
};

it('finds the host by its code', async () => {
  expect(await resolve({ host: 'E09000008' })).toEqual({ kind: 'authority', gss: 'E09000008' });
  expect(await resolve({ host: 'WAL' })).toEqual({ kind: 'outside-england', code: 'WAL' });
});

it('finds it by the postcode, alone or where both agree', async () => {
  expect(await resolve({ postcode: 'CR0 1EA' })).toEqual({ kind: 'authority', gss: 'E09000008' });
  expect(await resolve({ postcode: 'CR0 1EA', host: 'E09000008' })).toEqual({
    kind: 'authority',
    gss: 'E09000008',
  });
});

it('looks up the postcode even where the sender does not know the host', async () => {
  expect(await resolve({ postcode: 'CR0 1EA', orUnknown: true })).toEqual({
    kind: 'authority',
    gss: 'E09000008',
  });
});

it('takes the code where no table knows the postcode', async () => {
  expect(await resolve({ postcode: 'ZZ9 9ZZ', host: 'E09000007' })).toEqual({
    kind: 'authority',
    gss: 'E09000007',
  });
});

it('names both authorities where code and postcode disagree, and not the postcode', async () => {
  const problem = await problemOf({ postcode: 'CR0 1EA', host: 'E09000007' });
  expect(problem).toMatchObject({
    field: 'host',
    detail: 'host is Camden (E09000007), but the postcode lies in Croydon (E09000008).',
  });
  expect(JSON.stringify(problem)).not.toContain('CR0');
});

it('does not take a place abroad for one whose postcode lies in England', async () => {
  expect(await problemOf({ postcode: 'CR0 1EA', host: 'SCO' })).toMatchObject({
    detail: 'host is SCO (SCO), but the postcode lies in Croydon (E09000008).',
  });
});

it.each([
  ['there is nothing to go by', {}, 'host is missing, and there is no postcode to find it by.'],
  [
    'no table knows the postcode',
    { postcode: 'ZZ9 9ZZ' },
    'host is missing, and no loaded table knows the postcode.',
  ],
  [
    'the table names a district, which has no children’s services',
    { postcode: 'CT1 1AA' },
    'host is missing, and no loaded table knows the postcode.',
  ],
])('asks for the host where %s', async (_, given, detail) => {
  expect(await problemOf(given)).toMatchObject({ field: 'host', detail });
  expect(await resolve({ ...given, orUnknown: true })).toEqual({ kind: 'unknown' });
});

it('refuses a code that is no authority with children’s services', async () => {
  expect(await problemOf({ host: 'E07000106' })).toMatchObject({
    field: 'host',
    detail: 'host is not an English authority with children’s services.',
  });
});

describe('an authority that was abolished', () => {
  it('is refused by its name, with those that followed it', async () => {
    expect(await problemOf({ host: 'E10000006' })).toMatchObject({
      field: 'host',
      detail: 'host is Cumbria (E10000006), which was abolished on 2023-04-01.',
      mend: 'Give the authority that followed it: Cumberland (E06000063) or Westmorland and Furness (E06000064).',
    });
  });

  it('is a host to the last day', async () => {
    clock.set('2023-03-31T22:59:59.999Z');
    expect(await resolve({ host: 'E10000006' })).toEqual({ kind: 'authority', gss: 'E10000006' });
    clock.set('2023-03-31T23:00:00.000Z');
    expect(await problemOf({ host: 'E10000006' })).toMatchObject({ field: 'host' });
  });

  it('named by an older table leads to the one that followed it, where there is one alone', async () => {
    expect(await resolve({ postcode: 'BH15 1AA' })).toEqual({ kind: 'authority', gss: 'E06000058' });
  });

  it('named by an older table is a question where several followed it, and any of them agrees with it', async () => {
    expect(await problemOf({ postcode: 'CA1 1AA' })).toMatchObject({
      detail:
        'host is missing, and the loaded table is too old to tell whether the postcode lies in Cumberland (E06000063) or Westmorland and Furness (E06000064).',
    });
    expect(await resolve({ postcode: 'CA1 1AA', host: 'E06000064' })).toEqual({
      kind: 'authority',
      gss: 'E06000064',
    });
    expect(await resolve({ postcode: 'CA1 1AA', orUnknown: true })).toEqual({ kind: 'unknown' });
  });
});
