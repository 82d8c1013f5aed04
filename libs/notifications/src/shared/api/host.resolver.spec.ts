import { MemoryPostcodes } from '@ibex/adapters/memory';
import type { Authorities, Authority } from '@ibex/kernel';
import { ProblemError } from '@ibex/runtime';
import type { HostGiven } from './host.dto';
import { HostResolver } from './host.resolver';

const known: readonly Authority[] = [
  { gss: 'E09000008', dfeNumber: '306', name: 'Croydon', region: 'London', member: true },
  { gss: 'E09000007', dfeNumber: '202', name: 'Camden', region: 'London', member: true },
];
const authorities: Authorities = {
  all: () => known,
  find: (gss) => known.find((authority) => authority.gss === gss),
  isMember: () => true,
};

async function* table() {
  yield [['CR0 1EA', 'E09000008'] as const, ['CT1 1AA', 'E07000106'] as const];
  await Promise.resolve();
}
const resolver = async (): Promise<HostResolver> => {
  const postcodes = new MemoryPostcodes();
  await postcodes.load(table());
  return new HostResolver(postcodes, authorities);
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
