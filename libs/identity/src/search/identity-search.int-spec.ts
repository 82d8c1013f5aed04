import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Inject, Module } from '@nestjs/common';
import { IDENTITY_SEARCH, KEY_VAULT } from '@ibex/kernel';
import type { ChildIdentity, Identifiers, IdentitySearch, KeyVault } from '@ibex/kernel';
import { Roles, ViewRunner } from '@ibex/runtime';
import { CROYDON, HACKNEY, postgresServer, temporaryFolders } from '@ibex/testing';
import { Town, onPostgres, onSqlite } from '../../../../test/support/identity/town';

const CAMDEN = 'E09000007';
const folders = temporaryFolders();
const server = postgresServer('--no-fsync');
const NHS = { zahra: '9995060264', other: '9993068543' };
const zahra: ChildIdentity = {
  ...{ localId: 'CAM-77', forename: 'Zahra', surname: 'O’Canary-Özil', dateOfBirth: '2011-03-09' },
  ...{ homePostcode: 'NW1 2DB', nhsNumber: NHS.zahra },
};
const { forename = '', surname = '', dateOfBirth = '' } = zahra;

/** Asks on behalf of a reader, as a search of a MASH does. */
@Controller('v1/asked')
class AskingController {
  constructor(@Inject(IDENTITY_SEARCH) private readonly search: IdentitySearch) {}

  @Get()
  @Roles('mash')
  async find(): Promise<readonly string[]> {
    return (await this.search.find({ forename, surname, dateOfBirth })).map(({ recordRef }) => recordRef);
  }
}
@Module({ controllers: [AskingController] })
class AskingModule {}

const folder = folders();
describe.each([
  ['embedded stores', () => Promise.resolve(onSqlite(folder))],
  ['PostgreSQL', async () => onPostgres(await server().database())],
])('the exact search on %s', (_, stores) => {
  let town: Town;
  let refs: Readonly<Record<'camden' | 'croydon' | 'other', string>>;
  const find = async (identifiers: Identifiers) =>
    (await town.get<IdentitySearch>(IDENTITY_SEARCH).find(identifiers)).map(
      ({ recordRef, agreedOn }) => [recordRef, agreedOn] as const,
    );

  beforeAll(async () => {
    town = await Town.over(await stores(), [AskingModule]);
    refs = {
      camden: await town.tell(CAMDEN, zahra),
      croydon: await town.tell(CROYDON, { ...zahra, localId: 'C1', homePostcode: 'CR0 1EA', nhsNumber: '' }),
      other: await town.tell(HACKNEY, { ...zahra, localId: 'H1', forename: 'Amina', nhsNumber: NHS.other }),
    };
    await town.caughtUp();
  }, 60_000);
  afterAll(() => town.close());

  it('finds who agrees on three things, however they are written, and says on which', async () => {
    const asked = { forename: ' ZAHRA', surname: 'ocanary ozil', dateOfBirth: '09/03/2011' };
    expect(await find(asked)).toEqual(
      [refs.camden, refs.croydon].sort().map((ref) => [ref, ['forename', 'surname', 'dateOfBirth']]),
    );
  });

  it('finds them for a reader of another authority, too: what it may see of them is asked afterwards', async () => {
    const headers = { authorization: `Bearer ${HACKNEY}.p-1.mash` };
    const answer = await town.app.inject({ method: 'GET', url: '/v1/asked', headers });
    expect(JSON.parse(answer.body)).toEqual([refs.camden, refs.croydon].sort());
  });

  it('finds who agrees on any three of four', async () => {
    const four = { forename, surname, dateOfBirth, homePostcode: 'nw12db' };
    expect(new Map(await find(four))).toEqual(
      new Map([
        [refs.camden, ['forename', 'surname', 'dateOfBirth', 'homePostcode']],
        [refs.croydon, ['forename', 'surname', 'dateOfBirth']],
        [refs.other, ['surname', 'dateOfBirth', 'homePostcode']],
      ]),
    );
  });

  it('finds who has the number alone, and no other', async () => {
    expect(await find({ nhsNumber: '999 506 0264' })).toEqual([[refs.camden, ['nhsNumber']]]);
    expect(await find({ nhsNumber: NHS.other, surname: 'O’Canary-Özil', forename })).toEqual([
      [refs.other, ['nhsNumber', 'surname']],
    ]);
  });

  it('finds nobody who is only alike', async () => {
    expect(await find({ forename: 'Zara', surname, dateOfBirth })).toEqual([]);
    expect(await find({ forename: 'Zah', surname: 'O', dateOfBirth })).toEqual([]);
    expect(await find({ forename: 'Zah%', surname: 'O%', dateOfBirth })).toEqual([]);
    expect(await find({ forename, surname, dateOfBirth: '2011-09-03' })).toEqual([]);
  });

  it.each([
    ['nothing', {}],
    ['two', { surname, dateOfBirth }],
    ['two and nothing', { surname, dateOfBirth, forename: ' - ' }],
    ['a number with a wrong check digit', { nhsNumber: '9995060265' }],
    ['a date that is none', { forename, surname, dateOfBirth: 'spring' }],
  ])('refuses %s, and quotes none of it', async (__, identifiers: Identifiers) => {
    const asked = find(identifiers);
    await expect(asked).rejects.toMatchObject({ code: 'identity/too-few-identifiers' });
    await expect(asked).rejects.not.toThrow(/Canary|2011|9995/);
  });

  it('knows a child by what was told last, and no longer by what it was before', async () => {
    const known = { localId: 'MOVED', forename: 'Ilse', surname: 'Farrow', dateOfBirth: '2012-02-02' };
    const ref = await town.tell(CAMDEN, known);
    await town.caughtUp();
    const asked = (of: string) => ({ forename: 'Ilse', surname: of, dateOfBirth: '2012-02-02' });
    expect((await find(asked('Farrow'))).map(([found]) => found)).toEqual([ref]);
    await town.tell(CAMDEN, { localId: 'MOVED', surname: 'Marsh' });
    await town.caughtUp();
    expect(await find(asked('Farrow'))).toEqual([]);
    expect((await find(asked('Marsh'))).map(([found]) => found)).toEqual([ref]);
  });

  it('answers the same after the view was built anew', async () => {
    const before = await find({ forename, surname, dateOfBirth });
    await town.get(ViewRunner).rebuild('identity-keys');
    expect(await find({ forename, surname, dateOfBirth })).toEqual(before);
    expect(before).toHaveLength(2);
  });

  it('finds an erased child no more, at once and after the view was built anew', async () => {
    const child = { localId: 'GONE', forename: 'Erin', surname: 'Gone', dateOfBirth: '2010-10-10' };
    const ref = await town.tell(CAMDEN, child);
    await town.caughtUp();
    expect((await find(child)).map(([found]) => found)).toEqual([ref]);
    await town.get<KeyVault>(KEY_VAULT).destroy(ref);
    expect(await find(child)).toEqual([]);
    await town.get(ViewRunner).rebuild('identity-keys');
    expect(await find(child)).toEqual([]);
  });
});

describe('the files of embedded stores', () => {
  it('hold no name, date or number in clear', () => {
    const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1').toLowerCase());
    expect(bytes.join('\n')).toContain('identityrecords');
    for (const secret of [
      'zahra',
      'canary',
      '2011-03-09',
      '20110309',
      NHS.zahra,
      'nw1 2db',
      'nw12db',
      'farrow',
    ])
      expect(bytes.filter((text) => text.includes(secret))).toEqual([]);
  });
});
