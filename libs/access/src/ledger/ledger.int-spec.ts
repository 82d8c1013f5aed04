import { Global, Module } from '@nestjs/common';
import { knownAuthorities } from '@ibex/boroughs';
import { AUTHORITIES, READS_ON_RECORD, READ_LEDGER } from '@ibex/kernel';
import type { NotedRead, ReadLedger, Reader, ReadsOnRecord } from '@ibex/kernel';
import { CROYDON, HACKNEY, postgresServer, temporaryFolders } from '@ibex/testing';
import { Town, onPostgres, onSqlite } from '../../../../test/support/identity/town';
import { LedgerRoutesModule } from './ledger-routes.module';
import { LedgerModule } from './ledger.module';

@Global()
@Module({ providers: [{ provide: AUTHORITIES, useValue: knownAuthorities() }], exports: [AUTHORITIES] })
class WhoIsWhoModule {}

const CAMDEN = 'E09000007';
const folders = temporaryFolders();
const server = postgresServer('--no-fsync');
const basis = { text: 'Was told', source: 'CPPCR Regs 2010, reg 13' };
const reader: Reader = { authority: CROYDON, person: 'p-1', roles: ['duty-desk'] };
const read = (more: Partial<NotedRead> = {}): NotedRead => ({
  ...{ what: 'child-chronology', purpose: 'act-on-notice' },
  shown: [
    { recordRef: 'record-ada', owner: HACKNEY, basis },
    { recordRef: 'record-ben', owner: CAMDEN, basis },
  ],
  ...more,
});

const folder = folders();
describe.each([
  ['embedded stores', () => Promise.resolve(onSqlite(folder))],
  ['PostgreSQL', async () => onPostgres(await server().database())],
])('the ledger of reads on %s', (_, stores) => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.over(await stores(), [WhoIsWhoModule, LedgerModule, LedgerRoutesModule]);
    const ledger = town.get<ReadLedger>(READ_LEDGER);
    await ledger.note(reader, read());
    await ledger.note(reader, read({ what: 'duties', asList: true }));
    await ledger.note(reader, read({ what: 'duties', asList: true }));
    await town.caughtUp();
  }, 60_000);
  afterAll(() => town.close());

  const reads = async (authority: string, role: string, query = '') => {
    const answer = await town.app.inject({
      ...{ method: 'GET', url: `/v1/reads${query}` },
      headers: { authorization: `Bearer ${authority}.p-9.${role}` },
    });
    const { reads: rows } = answer.json<{ reads: readonly Readonly<Record<string, unknown>>[] }>();
    return rows.map(({ recordRef, what, told }) => [recordRef, what, told]);
  };

  it('shows each authority looks at its own records and looks by its own people, and nothing else', async () => {
    const [ada, ben] = [HACKNEY, CAMDEN].map((owner) => reads(owner, 'governance'));
    expect(await ada).toEqual([
      ['record-ada', 'duties', false],
      ['record-ada', 'child-chronology', true],
    ]);
    expect(await ben).toEqual([
      ['record-ben', 'duties', false],
      ['record-ben', 'child-chronology', true],
    ]);
    expect(await reads(CROYDON, 'governance')).toEqual([]);
    expect(await reads(CROYDON, 'mash', '?scope=our-people')).toHaveLength(4);
    expect(await reads(HACKNEY, 'mash', '?recordRef=record-ben')).toEqual([]);
  });

  it('tells whoever puts something right who has looked since, whoever asks and whosever record it is', async () => {
    const looks = town.get<ReadsOnRecord>(READS_ON_RECORD);
    const all = await looks.since(['record-ada', 'record-ben'], -1);
    expect(all.map(({ recordRef, what, by }) => [recordRef, what, by.authority])).toEqual(
      expect.arrayContaining([
        ['record-ada', 'child-chronology', CROYDON],
        ['record-ben', 'child-chronology', CROYDON],
        ['record-ada', 'duties', CROYDON],
        ['record-ben', 'duties', CROYDON],
      ]),
    );
    const last = Math.max(...all.map(({ position }) => position));
    expect(await looks.since(['record-ada'], last)).toEqual([]);
    expect((await looks.since(['record-ada'], last - 1)).map(({ what }) => what)).toEqual(['duties']);
  });
});
