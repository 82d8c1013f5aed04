import { MemoryKeyVault } from '@ibex/adapters/memory';
import type { ChildIdentity, RecordedFact, Row } from '@ibex/kernel';
import { KeyedPseudonyms, RecordSealer } from '@ibex/proof';
import { aNewFact } from '@ibex/testing';
import { IdentityDigests } from './identity-digests';
import { identityKeysProjection } from './identity-keys.projection';
import { Unsealing } from './unsealing';

const HACKNEY = 'E09000012';
const REF = 'r-1';
const zahra: ChildIdentity = {
  ...{ localId: 'H-1', forename: 'Zahra', surname: 'Canary', dateOfBirth: '2011-03-09' },
  ...{ homePostcode: 'NW1 2DB', nhsNumber: '9995060264', upn: 'H801200001001' },
};

const aView = () => {
  const vault = new MemoryKeyVault();
  const sealer = new RecordSealer(vault);
  const digests = new IdentityDigests(new KeyedPseudonyms(new Uint8Array(32).fill(7)));
  const view = identityKeysProjection(new Unsealing(sealer), digests);
  const told = async (identity: object, change: Partial<RecordedFact> = {}): Promise<RecordedFact> => {
    const fact = aNewFact('f-1', { type: 'RecordIntroduced', data: { owner: HACKNEY } });
    return {
      ...{
        ...fact,
        metadata: { ...fact.metadata, recordRef: REF, actor: { ...fact.metadata.actor, authority: HACKNEY } },
      },
      ...{ stream: `record-${REF}`, category: 'record', revision: 0, position: 5 },
      sealed: await sealer.seal(REF, 'f-1', identity),
      ...change,
    };
  };
  const rowsOf = async (fact: RecordedFact) => {
    const changes = await view.project(fact, []);
    const puts = changes.flatMap((change) => (change.op === 'put' ? [change] : []));
    const inTable = (table: string): readonly Row[] =>
      puts.filter((put) => put.table === table).map(({ row }) => row);
    return {
      records: inTable('identityRecords'),
      blocks: inTable('identityBlocks'),
      deleted: changes.flatMap((change) => (change.op === 'delete' ? [[change.table, change.where]] : [])),
    };
  };
  return { vault, told, rowsOf };
};
const CLEARED = [
  ['identityRecords', { recordRef: REF }],
  ['identityBlocks', { recordRef: REF }],
];
const DIGEST = /^[a-z2-7]{26}$/;
const digest: unknown = expect.stringMatching(DIGEST);

describe('the keys of a record', () => {
  it('are a digest for each thing that may be asked for, and for each block, and nothing in clear', async () => {
    const { told, rowsOf } = aView();
    const { records, blocks, deleted } = await rowsOf(await told(zahra));
    expect(records).toEqual([
      {
        ...{ recordRef: REF, owner: HACKNEY, factId: 'f-1', position: 5 },
        sealed: expect.any(String) as unknown,
        ...{ nhsNumber: digest, upn: digest, forename: digest, surname: digest },
        ...{ dateOfBirth: digest, homePostcode: digest },
      },
    ]);
    expect(blocks.length).toBeGreaterThan(6);
    expect(new Set(blocks.map((row) => row['digest'])).size).toBe(blocks.length);
    for (const row of blocks)
      expect(row).toEqual({ digest: expect.stringMatching(/^[a-z2-7]{12}$/) as unknown, recordRef: REF });
    expect(deleted).toEqual([]);
    expect(JSON.stringify([records, blocks])).not.toMatch(/zahra|canary|2011|9995060264|NW1/i);
  });

  it('are the same however it is written, and of each field by itself', async () => {
    const { told, rowsOf } = aView();
    const same = {
      ...zahra,
      forename: 'ZAHRA ',
      surname: 'Çanary',
      homePostcode: 'nw12db',
      nhsNumber: '999 506 0264',
    };
    const columns = async (identity: object): Promise<readonly unknown[]> => {
      const { sealed, ...row } = (await rowsOf(await told(identity))).records[0] ?? {};
      return [typeof sealed, row];
    };
    expect(await columns(same)).toEqual(await columns(zahra));
    const [row] = (await rowsOf(await told({ localId: 'x', forename: 'Kim', surname: 'Kim' }))).records;
    expect(row?.['forename']).not.toBe(row?.['surname']);
  });

  it('leave out what is not known and numbers whose check digit is wrong', async () => {
    const { told, rowsOf } = aView();
    const poor = {
      localId: 'H-2',
      surname: 'Canary',
      nhsNumber: '9995060265',
      upn: 'UN1',
      dateOfBirth: 'spring',
    };
    expect((await rowsOf(await told(poor))).records).toMatchObject([
      { surname: digest, nhsNumber: null, upn: null, dateOfBirth: null, forename: null, homePostcode: null },
    ]);
  });

  it('are replaced as a whole by what is told later', async () => {
    const { told, rowsOf } = aView();
    const update = await told(zahra, { type: 'RecordIdentityUpdated', revision: 1 });
    const { deleted, records } = await rowsOf(update);
    expect(deleted).toEqual(CLEARED);
    expect(records).toHaveLength(1);
  });

  it('are gone once the record is erased, and where it cannot be read', async () => {
    const { vault, told, rowsOf } = aView();
    const gone = { records: [], blocks: [], deleted: CLEARED };
    const update = await told(zahra, { revision: 1 });
    expect(await rowsOf({ ...update, type: 'RecordErased', sealed: '' })).toEqual(gone);
    expect(await rowsOf({ ...update, sealed: 'AAAA' })).toEqual(gone);
    await vault.destroy(REF);
    expect(await rowsOf(update)).toEqual(gone);
  });

  it('are left as they are by facts that say nothing of who the child is', async () => {
    const { told, rowsOf } = aView();
    const other = await told(zahra, { type: 'RecordSomethingElse', revision: 1 });
    expect(await rowsOf(other)).toEqual({ records: [], blocks: [], deleted: [] });
  });
});
