import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { KEY_VAULT } from '@ibex/kernel';
import type { ChildIdentity, KeyVault } from '@ibex/kernel';
import { ViewRunner } from '@ibex/runtime';
import { CROYDON, HACKNEY, KENT, postgresServer, temporaryFolders } from '@ibex/testing';
import { Town, onPostgres, onSqlite } from '../../../../test/support/identity/town';
import { LINK_PROPOSALS } from '../links/link-proposals';
import type { LinkProposals, ProposedPair } from '../links/link-proposals';
import { MOST_ALIKE } from './crowds.rule';
import { MatchingModule } from './matching.module';
import { PairBook } from './pair-book';

const CAMDEN = 'E09000007';
const NHS = { one: '9995060264', other: '9993068543' };

/** Keeps what it was told, and how often. */
class ToldPairs implements LinkProposals {
  readonly pairs = new Map<string, ProposedPair>();
  tellings = 0;

  propose(pair: ProposedPair): Promise<void> {
    this.tellings += 1;
    this.pairs.set(pair.refs.join(' '), pair);
    return Promise.resolve();
  }

  of(...refs: readonly string[]): ProposedPair | undefined {
    return this.pairs.get([...refs].sort().join(' '));
  }
}
@Global()
@Module({ providers: [{ provide: LINK_PROPOSALS, useClass: ToldPairs }], exports: [LINK_PROPOSALS] })
class ToldModule {}

const folders = temporaryFolders();
const server = postgresServer('--no-fsync');
const folder = folders();
let local = 0;
const child = (change: Partial<ChildIdentity> = {}): ChildIdentity => ({
  ...{ localId: `local-${String((local += 1))}`, forename: 'Oluwatoyin', surname: 'Canary' },
  ...{ dateOfBirth: '2009-04-17', sex: 'F', homePostcode: 'SW9 8QQ' },
  ...change,
});

describe.each([
  ['embedded stores', () => Promise.resolve(onSqlite(folder))],
  ['PostgreSQL', async () => onPostgres(await server().database())],
])('records matched as they are told, on %s', (_, stores) => {
  let town: Town;
  let told: ToldPairs;
  const tell = async (authority: string, of: ChildIdentity): Promise<string> => {
    const ref = await town.tell(authority, of);
    await town.matched();
    return ref;
  };

  beforeAll(async () => {
    town = await Town.over(await stores(), [ToldModule, MatchingModule]);
    told = town.get<ToldPairs>(LINK_PROPOSALS);
  }, 60_000);
  afterAll(() => town.close());

  it('are linked where they are alike in all, with the words for it and nothing personal', async () => {
    const refs = [await tell(CAMDEN, child()), await tell(CROYDON, child({ forename: 'Toyin' }))];
    const pair = told.of(...refs);
    expect(pair?.weight).toBeGreaterThan(6.8);
    expect(pair).toMatchObject({
      ...{ refs: [...refs].sort(), outcome: 'automatic' },
      reasons: [
        expect.stringMatching(/^forename: /),
        ...['surname: same', 'dob: same', 'postcode: same', 'sex: same'],
      ],
    });
    expect(JSON.stringify(told.of(...refs))).not.toMatch(/Canary|oluwatoyin|2009|SW9/i);
  });

  it('are found through each key that an error leaves alone', async () => {
    const name = { forename: 'Mirembe', surname: 'Nakato', dateOfBirth: '2011-05-09' };
    const first = await tell(CAMDEN, child({ ...name, homePostcode: 'N1 1AA' }));
    const errors = [
      { forename: 'Nakato', surname: 'Mirembe' },
      { dateOfBirth: '2011-09-05' },
      { dateOfBirth: '2010-05-09' },
    ];
    for (const [at, error] of errors.entries()) {
      const authority = [CROYDON, HACKNEY, KENT][at] ?? KENT;
      const ref = await tell(authority, child({ ...name, ...error, homePostcode: 'N1 1AA' }));
      expect(told.of(first, ref)?.outcome).toMatch(/automatic|review/);
    }
  });

  it('are left to a person where they are twins, or held by one authority', async () => {
    const surname = 'Wolstenholme';
    const ella = await tell(CAMDEN, child({ forename: 'Ella', surname }));
    const isla = await tell(CROYDON, child({ forename: 'Isla', surname }));
    expect(told.of(ella, isla)?.outcome ?? 'nothing').not.toBe('automatic');
    const again = await tell(CAMDEN, child({ forename: 'Ella', surname }));
    expect(told.of(ella, again)?.outcome).toBe('review');
  });

  it('are no longer linked once somebody comes who could as well be meant, and are again once that is put right', async () => {
    const name = { forename: 'Agnieszka', surname: 'Pietrowska', homePostcode: 'E5 0AA' };
    const either = await tell(CAMDEN, child(name));
    const first = await tell(CROYDON, child({ ...name, nhsNumber: NHS.one }));
    expect(told.of(either, first)?.outcome).toBe('automatic');
    const rival = child({ ...name, nhsNumber: NHS.other });
    const second = await tell(HACKNEY, rival);
    expect(told.of(either, first)).toMatchObject({ outcome: 'review', rivals: [second] });
    expect(told.of(either, second)).toMatchObject({ outcome: 'review', rivals: [first] });
    await tell(HACKNEY, { localId: rival.localId, nhsNumber: NHS.one });
    expect(told.of(either, first)?.outcome).toBe('automatic');
    expect(told.of(first, second)?.outcome).toBe('automatic');
  });

  it('are told to be no longer alike when an authority corrects who the child is, once', async () => {
    const name = { forename: 'Henrietta', surname: 'Featherstone', dateOfBirth: '2012-12-01' };
    const [one, other] = [child(name), child(name)];
    const refs = [await tell(CAMDEN, one), await tell(CROYDON, other)];
    expect(told.of(...refs)?.outcome).toBe('automatic');
    const corrected = { forename: 'Bartholomew', surname: 'Quigley', dateOfBirth: '2003-11-30' };
    await tell(CROYDON, { localId: other.localId, ...corrected, sex: 'M', homePostcode: 'CR0 1EA' });
    expect(told.of(...refs)).toMatchObject({ outcome: 'nothing' });
    const { tellings } = told;
    await tell(CROYDON, { localId: other.localId, ethnicity: 'WBRI' });
    expect(told.tellings).toBe(tellings);
  });

  it('are told to be no longer alike once one was erased and somebody looks again', async () => {
    const name = { forename: 'Cornelius', surname: 'Ravenscroft', dateOfBirth: '2013-01-25' };
    const [one, other] = [child(name), child(name)];
    const refs = [await tell(CAMDEN, one), await tell(CROYDON, other)];
    expect(told.of(...refs)?.outcome).toBe('automatic');
    await town.get<KeyVault>(KEY_VAULT).destroy(refs[1] ?? '');
    await town.get(ViewRunner).rebuild('identity-keys');
    await tell(CAMDEN, { localId: one.localId, ethnicity: 'WBRI' });
    expect(told.of(...refs)).toMatchObject({ outcome: 'nothing' });
  });

  it('hold no name, date or number in clear in what is kept of them', () => {
    const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1').toLowerCase());
    expect(texts.join('\n')).toContain('matchingpairs');
    for (const secret of ['canary', 'oluwatoyin', '2009-04-17', '20090417', NHS.one, 'sw9 8qq', 'sw98qq'])
      expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  });
});

describe('records that all look alike', () => {
  const NOBODY = { forename: 'Unknown', surname: 'Unknown', dateOfBirth: '2010-01-01' } as const;
  const LOOK = {
    ...{ forename: 'Perpetua', surname: 'Lomax', dateOfBirth: '2010-05-09', sex: 'F' },
    homePostcode: 'SW9 8QQ',
  } as const;
  const authorityAt = (at: number): string => `E0900${String(10 + (at % 23)).padStart(4, '0')}`;
  const inTown = async (work: (town: Town, told: ToldPairs) => Promise<void>): Promise<void> => {
    const town = await Town.over(onSqlite(folders()), [ToldModule, MatchingModule]);
    try {
      await work(town, town.get<ToldPairs>(LINK_PROPOSALS));
    } finally {
      await town.close();
    }
  };
  const tellMany = async (town: Town, many: number, of: object): Promise<readonly string[]> => {
    const refs: string[] = [];
    for (let at = 0; at < many; at += 1)
      refs.push(await town.tell(authorityAt(at), { localId: `alike-${String((local += 1))}`, ...of }));
    await town.matched();
    return refs;
  };
  const asideIn = async (town: Town): Promise<Readonly<Record<string, number>>> =>
    Object.fromEntries(await town.get(PairBook).asideCounts());

  it(
    'because nothing is known of them are told with nobody, and counted',
    () =>
      inTown(async (town, told) => {
        await tellMany(town, 60, NOBODY);
        await tellMany(town, 20, { surname: 'Smith', forename: 'Unborn' });
        expect([told.tellings, await asideIn(town)]).toEqual([0, { 'too-little': 80 }]);
      }),
    120_000,
  );

  it(
    'are told with the first few alone, however many they are, and counted',
    () =>
      inTown(async (town, told) => {
        await tellMany(town, 120, LOOK);
        const crowd = MOST_ALIKE + 1;
        expect(told.pairs.size).toBeLessThanOrEqual((crowd * (crowd - 1)) / 2);
        const { 'too-alike': apart = 0, 'near-a-crowd': near = 0 } = await asideIn(town);
        expect([apart + near, apart >= 120 - crowd]).toEqual([120, true]);
      }),
    240_000,
  );

  it(
    'are linked to nobody by looks once they are a crowd, and still are by a number',
    () =>
      inTown(async (town, told) => {
        const [one, other] = await tellMany(town, 2, LOOK);
        expect(told.of(one ?? '', other ?? '')?.outcome).toBe('automatic');
        await tellMany(town, 60, LOOK);
        const outcomes = [...told.pairs.values()].map(({ outcome }) => outcome);
        expect(outcomes).not.toContain('automatic');
        const [a, b] = await tellMany(town, 2, { ...LOOK, nhsNumber: NHS.one });
        expect(told.of(a ?? '', b ?? '')?.outcome).toBe('automatic');
      }),
    240_000,
  );

  it(
    'are matched again once more is known of them',
    () =>
      inTown(async (town, told) => {
        const ref = await town.tell(CAMDEN, { localId: 'later', ...NOBODY });
        await town.matched();
        expect(await asideIn(town)).toEqual({ 'too-little': 1 });
        await town.tell(CAMDEN, { localId: 'later', ...LOOK });
        const other = await town.tell(CROYDON, { localId: 'elsewhere', ...LOOK });
        await town.matched();
        expect(told.of(ref, other)?.outcome).toBe('automatic');
        expect(await asideIn(town)).toEqual({});
      }),
    60_000,
  );
});

/** In an order that is another one each time, always the same. */
const shuffled = <T>(list: readonly T[], seed: number): readonly T[] =>
  [...list]
    .map((item, at) => [((at + 1) * (seed * 2 + 1) * 7_919) % 101, item] as const)
    .sort(([x], [y]) => x - y)
    .map(([, item]) => item);

describe('what is told of pairs', () => {
  const name = { surname: 'Achterberg', homePostcode: 'SE1 0AA' };
  const records: readonly (readonly [string, ChildIdentity])[] = [
    [CAMDEN, child({ ...name, nhsNumber: NHS.one })],
    [CROYDON, child({ ...name })],
    [HACKNEY, child({ ...name, nhsNumber: NHS.other })],
    [KENT, child({ ...name, forename: 'Toyin', nhsNumber: NHS.one })],
    [KENT, child({ ...name, forename: 'Taiwo' })],
    [CAMDEN, child({ surname: 'Lomax', forename: 'Perpetua' })],
    [CROYDON, child({ surname: 'Lomax', forename: 'Perpetua' })],
    [HACKNEY, child({ surname: 'Lomax-Reed', forename: 'Perpetua', dateOfBirth: '2009-07-14' })],
  ];
  const outcomesIn = async (order: typeof records, inOneGo: boolean) => {
    const town = await Town.over(onSqlite(folders()), [ToldModule, MatchingModule]);
    for (const [authority, of] of order) {
      await town.tell(authority, of);
      if (!inOneGo) await town.matched();
    }
    await town.matched();
    const { pairs } = town.get<ToldPairs>(LINK_PROPOSALS);
    await town.close();
    return [...pairs.values()].filter(({ outcome }) => outcome !== 'nothing').sort(byRefs);
  };

  it('comes out the same in any order of arrival, one by one or all at once', async () => {
    const expected = await outcomesIn(records, false);
    expect(new Set(expected.map(({ outcome }) => outcome))).toEqual(new Set(['automatic', 'review']));
    for (let seed = 1; seed <= 6; seed += 1)
      expect(await outcomesIn(shuffled(records, seed), seed % 2 === 0)).toEqual(expected);
  }, 120_000);
});

const byRefs = (a: ProposedPair, b: ProposedPair): number => (a.refs.join() < b.refs.join() ? -1 : 1);
