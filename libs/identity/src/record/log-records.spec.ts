import type { Introduction, NewFact } from '@ibex/kernel';
import { KeyDestroyed } from '@ibex/kernel';
import { FixedClock, MemoryEventStore, MemoryKeyVault } from '@ibex/adapters/memory';
import { KeyedPseudonyms, PlainDigests, RecordSealer } from '@ibex/proof';
import { LogRecords } from './log-records';
import { RecordSealing } from './record-sealing';

const CROYDON = 'E09000008';
const NOW = '2026-03-02T09:00:00.000Z';
const by = (commandId: string, authority = CROYDON): Introduction => ({
  actor: { authority, person: 'p-1', role: 'placing-practitioner' },
  commandId,
  correlationId: commandId,
});
const ada = { localId: 'LS-1', forename: 'Ada', surname: 'Obi' };

const aTown = () => {
  const store = new MemoryEventStore();
  const vault = new MemoryKeyVault();
  const pseudonyms = new KeyedPseudonyms(new Uint8Array(32).fill(7));
  const sealer = new RecordSealer(vault);
  const sealing = new RecordSealing(sealer, new PlainDigests(), new FixedClock(NOW), sealer);
  const newProcess = () => new LogRecords(store, pseudonyms, sealing);
  const factsOf = (recordRef: string) => store.readStream(`record-${recordRef}`);
  return { store, vault, sealer, pseudonyms, newProcess, factsOf };
};

describe('records', () => {
  it('introduce a child once, sealed, under a reference that tells nothing', async () => {
    const { newProcess, factsOf } = aTown();
    const record = await newProcess().introduce(ada, by('c-1'));
    const [fact, ...more] = await factsOf(record.recordRef);
    expect(record).toEqual({ recordRef: record.recordRef, owner: CROYDON, introducedAt: NOW });
    expect(more).toEqual([]);
    expect(fact).toMatchObject({
      type: 'RecordIntroduced',
      data: { owner: CROYDON },
      metadata: { commandId: 'c-1', recordRef: record.recordRef, schemaVersion: 1 },
    });
    expect(JSON.stringify({ ...fact, ...record })).not.toMatch(/Ada|Obi|LS-1/);
  });

  it('tell who the child is as last told', async () => {
    const { newProcess } = aTown();
    const records = newProcess();
    const { recordRef } = await records.introduce(ada, by('c-1'));
    await records.introduce({ localId: 'LS-1', surname: 'Obi-Smith', sex: 'F' }, by('c-2'));
    expect(await records.identityOf(recordRef)).toEqual({
      localId: 'LS-1',
      forename: 'Ada',
      surname: 'Obi-Smith',
      sex: 'F',
    });
  });

  it('lose no address that is kept apart when the owner tells more', async () => {
    const { newProcess, sealer } = aTown();
    const { recordRef } = await newProcess().introduce({ ...ada, homePostcode: 'E8 1EA' }, by('c-1'));
    await sealer.keepApart(recordRef);
    const records = newProcess();
    await records.introduce({ localId: 'LS-1', sex: 'F' }, by('c-2'));
    expect(await records.identityOf(recordRef)).toEqual({ ...ada, sex: 'F' });
    expect(await records.wholeIdentityOf(recordRef)).toEqual({ ...ada, sex: 'F', homePostcode: 'E8 1EA' });
  });

  it('record nothing for what is known, neither in this process nor in the next', async () => {
    const { newProcess, factsOf } = aTown();
    const records = newProcess();
    const { recordRef } = await records.introduce(ada, by('c-1'));
    await records.introduce(ada, by('c-2'));
    await newProcess().introduce({ localId: 'LS-1' }, by('c-3'));
    expect(await factsOf(recordRef)).toHaveLength(1);
  });

  it('read nothing for a child that was told of a moment ago', async () => {
    const { store, newProcess } = aTown();
    const records = newProcess();
    const first = await records.introduce(ada, by('c-1'));
    await records.introduce({ localId: 'LS-1' }, by('c-2'));
    await store.close();
    expect(await records.introduce({ localId: 'LS-1' }, by('c-3'))).toEqual(first);
    expect(await records.introduce(ada, by('c-4'))).toEqual(first);
  });

  it('follow a child back to an earlier name', async () => {
    const { newProcess, factsOf } = aTown();
    const records = newProcess();
    const { recordRef } = await records.introduce(ada, by('c-1'));
    await records.introduce({ ...ada, surname: 'Smith' }, by('c-2'));
    await records.introduce(ada, by('c-3'));
    expect(await factsOf(recordRef)).toHaveLength(3);
    expect(await records.identityOf(recordRef)).toEqual(ada);
    const [first, second, third] = (await factsOf(recordRef)).map(({ position }) => position);
    expect(await records.identityOf(recordRef, third)).toEqual({ ...ada, surname: 'Smith' });
    expect(await records.identityOf(recordRef, second)).toEqual(ada);
    expect(await records.identityOf(recordRef, first)).toBeUndefined();
  });

  it('introduce one record when many notices tell of a child at once', async () => {
    const { newProcess, factsOf } = aTown();
    const [one, other] = [newProcess(), newProcess()];
    const told = await Promise.all([
      one.introduce(ada, by('c-1')),
      other.introduce(ada, by('c-2')),
      one.introduce({ ...ada, sex: 'F' }, by('c-3')),
      other.introduce({ ...ada, upn: 'H801200001001' }, by('c-4')),
    ]);
    const [recordRef = ''] = new Set(told.map((record) => record.recordRef));
    const facts = await factsOf(recordRef);
    expect(facts.filter(({ type }: NewFact) => type === 'RecordIntroduced')).toHaveLength(1);
    expect(await newProcess().identityOf(recordRef)).toEqual({ ...ada, sex: 'F', upn: 'H801200001001' });
  });

  it('are found by the local id of their own authority and of no other', async () => {
    const { newProcess } = aTown();
    const record = await newProcess().introduce(ada, by('c-1'));
    expect(await newProcess().findByLocalId(CROYDON, 'LS-1')).toEqual(record);
    expect(await newProcess().findByLocalId('E09000003', 'LS-1')).toBeUndefined();
    expect(await newProcess().find('never-told-of')).toBeUndefined();
  });

  it('are two where two authorities use the same local id', async () => {
    const { newProcess } = aTown();
    const ours = await newProcess().introduce(ada, by('c-1'));
    const theirs = await newProcess().introduce(ada, by('c-2', 'E09000003'));
    expect(theirs.recordRef).not.toBe(ours.recordRef);
    expect(theirs.owner).toBe('E09000003');
  });

  it('know an erased child no longer, and do not take it up again unnoticed', async () => {
    const { vault, newProcess } = aTown();
    const { recordRef } = await newProcess().introduce(ada, by('c-1'));
    await vault.destroy(recordRef);
    expect(await newProcess().identityOf(recordRef)).toBeUndefined();
    await expect(newProcess().introduce({ ...ada, sex: 'F' }, by('c-2'))).rejects.toThrow(KeyDestroyed);
  });
});
