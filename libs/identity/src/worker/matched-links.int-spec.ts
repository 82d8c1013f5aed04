import { Global, Module } from '@nestjs/common';
import { CLUSTERS, RESTRICTIONS } from '@ibex/kernel';
import type { ChildIdentity, Clusters, Restrictions } from '@ibex/kernel';
import { CROYDON, HACKNEY, temporaryFolders } from '@ibex/testing';
import { Town, onSqlite } from '../../../../test/support/identity/town';
import { LinksModule } from '../links/links.module';
import { MatchingModule } from './matching.module';

const CAMDEN = 'E09000007';
const NHS = '9995060264';
/** Nothing is restricted here. */
const open: Restrictions = {
  labelsOf: () => Promise.resolve([]),
  among: () => Promise.resolve(new Set()),
  ofOthers: () => Promise.resolve(new Set()),
};
const ports = [{ provide: RESTRICTIONS, useValue: open }];
@Global()
@Module({ providers: ports, exports: [RESTRICTIONS] })
class OpenModule {}

const folders = temporaryFolders();
const name = { forename: 'Oluwatoyin', surname: 'Odukoya', dateOfBirth: '2009-04-17', sex: 'F' };
const records: readonly (readonly [string, ChildIdentity])[] = [
  [CAMDEN, { ...name, localId: 'a', homePostcode: 'SW9 8QQ', nhsNumber: NHS }],
  [CROYDON, { ...name, localId: 'b', homePostcode: 'SW9 8QQ' }],
  [HACKNEY, { ...name, localId: 'c', forename: 'Toyin', nhsNumber: NHS }],
  [HACKNEY, { localId: 'd', forename: 'Agnieszka', surname: 'Pietrowska', dateOfBirth: '2012-12-12' }],
];

describe('records that were matched and linked', () => {
  const groupsIn = async (order: typeof records) => {
    const town = await Town.over(onSqlite(folders()), [OpenModule, LinksModule, MatchingModule]);
    const refs = new Map<string, string>();
    for (const [authority, child] of order) refs.set(child.localId, await town.tell(authority, child));
    const groups = async () => {
      await town.matched();
      await town.caughtUp();
      const members = await town.get<Clusters>(CLUSTERS).membersOf(refs.get('b') ?? '');
      return [...refs]
        .filter(([, ref]) => members.includes(ref))
        .map(([localId]) => localId)
        .sort();
    };
    return { town, groups };
  };

  it('are one group in any order of arrival', async () => {
    for (const order of [records, [...records].reverse(), [...records.slice(2), ...records.slice(0, 2)]]) {
      const { town, groups } = await groupsIn(order);
      expect(await groups()).toEqual(['a', 'b', 'c']);
      await town.close();
    }
  }, 120_000);

  it('are a smaller group once one of them turns out to be somebody else', async () => {
    const { town, groups } = await groupsIn(records);
    expect(await groups()).toEqual(['a', 'b', 'c']);
    await town.tell(CROYDON, {
      ...{ localId: 'b', forename: 'Bartholomew', surname: 'Quigley', dateOfBirth: '2003-11-30' },
      ...{ sex: 'M', homePostcode: 'CR0 1EA' },
    });
    expect(await groups()).toEqual(['b']);
    await town.close();
  }, 60_000);
});
