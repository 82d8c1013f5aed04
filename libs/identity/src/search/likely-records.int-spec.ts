import { Global, Module } from '@nestjs/common';
import { ACCESS_POLICY, FIELD_GROUPS, READ_LEDGER } from '@ibex/kernel';
import type { ChildIdentity, NotedRead, Reader, ReadLedger, RecordSight } from '@ibex/kernel';
import { CROYDON, HACKNEY, postgresServer, temporaryFolders } from '@ibex/testing';
import { Town, onPostgres, onSqlite } from '../../../../test/support/identity/town';
import { LikelyRecordsModule } from './likely-records.module';

const CAMDEN = 'E09000007';
const basis = { text: 'Was told of the child', source: 'CPPCR Regs 2010, reg 13' };
const relation = { kind: 'addressee', from: '2026-01-01T00:00:00.000Z', basis } as const;
const NONE: RecordSight = { sight: 'none', relations: [], groups: [] };

/** Says who may see what as the spec tells it, and remembers which records it was asked about. */
class Told {
  readonly sights = new Map<string, RecordSight>();
  readonly asked: string[] = [];

  seeRecord({ authority }: Reader, recordRef: string): Promise<RecordSight> {
    this.asked.push(recordRef);
    return Promise.resolve(this.sights.get(`${authority} ${recordRef}`) ?? NONE);
  }
}
class Notes implements ReadLedger {
  readonly notes: NotedRead[] = [];

  note(_: Reader, read: NotedRead): Promise<void> {
    if (read.shown.length > 0) this.notes.push(read);
    return Promise.resolve();
  }
}
const ports = [
  { provide: ACCESS_POLICY, useClass: Told },
  { provide: READ_LEDGER, useClass: Notes },
];
@Global()
@Module({ providers: ports, exports: [ACCESS_POLICY, READ_LEDGER] })
class AccessTold {}

const folders = temporaryFolders();
const server = postgresServer('--no-fsync');
const maya: ChildIdentity = {
  ...{ localId: 'M-1', forename: 'Maya', surname: 'Canary', dateOfBirth: '2010-05-14', sex: 'F' },
  homePostcode: 'NW1 2DB',
};
const asked = { ...maya, localId: 'NEW', surname: 'Canarry' };

describe.each([
  ['embedded stores', () => Promise.resolve(onSqlite(folders()))],
  ['PostgreSQL', async () => onPostgres(await server().database())],
])('what a new child looks like, on %s', (_, stores) => {
  let town: Town;
  let [own, camdens, croydons] = ['', '', ''];
  const owns = (authority: string, ref: string): void => {
    const seen: RecordSight = { sight: 'owner', owner: authority, relations: [], groups: FIELD_GROUPS };
    town.get<Told>(ACCESS_POLICY).sights.set(`${authority} ${ref}`, seen);
  };
  const ask = async (
    child: Readonly<Record<string, unknown>>,
    role = 'placing-practitioner',
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const answer = await town.app.inject({
      ...{ method: 'POST', url: '/v1/records/likely', payload: { child } },
      headers: { authorization: `Bearer ${HACKNEY}.p-1.${role}`, 'idempotency-key': 'a-key', ...headers },
    });
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Readonly<Record<string, unknown>> };
  };

  beforeAll(async () => {
    town = await Town.over(await stores(), [AccessTold, LikelyRecordsModule]);
    own = await town.tell(HACKNEY, maya);
    camdens = await town.tell(CAMDEN, maya);
    croydons = await town.tell(CROYDON, maya);
    owns(HACKNEY, own);
    await town.caughtUp();
  }, 60_000);
  afterAll(() => town.close());
  beforeEach(() => town.get<Notes>(READ_LEDGER).notes.splice(0));

  it('is told of one’s own record with how it agrees, and of no other’s that there is one', async () => {
    expect(await ask(asked)).toEqual({
      status: 200,
      body: {
        likely: [
          {
            ...{ recordRef: own, owner: HACKNEY, likeliness: 'very-likely' },
            agrees: [
              'Forename: the same',
              'Surname: nearly the same',
              'Date of birth: the same',
              'Postcode: the same',
              'Sex: the same',
            ],
          },
        ],
      },
    });
    expect(town.get<Notes>(READ_LEDGER).notes).toMatchObject([
      { what: 'likely-records', purpose: 'own-child', shown: [{ recordRef: own }], asList: true },
    ]);
  });

  it('is told of another’s record where it may be seen anyway, and its owner is told', async () => {
    const { sights } = town.get<Told>(ACCESS_POLICY);
    const seen = { sight: 'addressee', owner: CAMDEN, relations: [relation] } as const;
    sights.set(`${HACKNEY} ${camdens}`, { ...seen, groups: FIELD_GROUPS });
    expect((await ask(asked)).body['likely']).toEqual([
      expect.objectContaining({ recordRef: own }),
      { recordRef: camdens, owner: CAMDEN },
    ]);
    expect(town.get<Notes>(READ_LEDGER).notes[1]).toEqual({
      ...{ what: 'likely-records', purpose: 'act-on-notice' },
      shown: [{ recordRef: camdens, owner: CAMDEN, basis }],
    });
    sights.set(`${HACKNEY} ${camdens}`, { ...seen, groups: ['existence', 'course'] });
    expect((await ask(asked)).body['likely']).toHaveLength(1);
    sights.delete(`${HACKNEY} ${camdens}`);
  });

  it('is answered alike, with as many questions asked, whether or not others know the child', async () => {
    const told = town.get<Told>(ACCESS_POLICY);
    const questions = async (child: ChildIdentity) => {
      told.asked.splice(0);
      const { body } = await ask(child);
      return [body, told.asked.filter((ref) => ref !== own).length];
    };
    const nobody = { localId: 'X', forename: 'Quentin', surname: 'Nobody', dateOfBirth: '2004-01-30' };
    expect(await questions(nobody)).toEqual([{ likely: [] }, 5]);
    const ofOthers = { localId: 'C', forename: 'Perdita', surname: 'Elsewhere', dateOfBirth: '2012-08-08' };
    await town.tell(CROYDON, ofOthers);
    await town.caughtUp();
    expect(await questions(ofOthers)).toEqual([{ likely: [] }, 5]);
    expect(told.asked).not.toContain(croydons);
  });

  it.each([
    ['governance', 403],
    ['operator', 403],
    ['duty-desk', 200],
    ['mash', 200],
    ['system-client', 200],
  ])('is for whoever may tell of a child: %s', async (role, status) => {
    expect((await ask(asked, role)).status).toBe(status);
  });

  it('is told by the fields of a child alone, and for a purpose that there is', async () => {
    expect((await ask({ ...asked, address: '1 Canary Wharf' })).status).toBe(422);
    const other = await ask(asked, 'mash', { 'ibex-purpose': 'curiosity' });
    expect(other).toMatchObject({ status: 400, body: { field: 'IBEX-Purpose' } });
    expect(JSON.stringify(other)).not.toContain('Canarry');
  });
});
