import type { NotedRead, Reader, RecordShown, RecordedFact } from '@ibex/kernel';
import { FixedClock, MemoryEventStore, SequentialIds } from '@ibex/adapters/memory';
import { FactLog } from '@ibex/runtime';
import { CROYDON, HACKNEY } from '@ibex/testing';
import { RecordedReads } from './recorded-reads';

const lifting = { lift: (facts: readonly RecordedFact[]) => facts, versionOf: () => 1 };
const digests = { sha256: (text: string) => `digest(${text})`, uuidFrom: (text: string) => text };
const basis = { text: 'Was told of the child', source: 'CPPCR Regs 2010, reg 13' };
const ada: RecordShown = { recordRef: 'record-ada', owner: HACKNEY, basis };
const ben: RecordShown = { recordRef: 'record-ben', owner: HACKNEY, basis };
const desk: Reader = { authority: CROYDON, person: 'p-1', roles: ['duty-desk'] };
const colleague: Reader = { ...desk, person: 'p-2' };
const view = (...shown: readonly RecordShown[]): NotedRead => ({
  ...{ what: 'child-chronology', purpose: 'act-on-notice', shown },
});
const list = (...shown: readonly RecordShown[]): NotedRead => ({ ...view(...shown), asList: true });

const aLedger = () => {
  const store = new MemoryEventStore();
  const clock = new FixedClock('2026-07-01T12:00:00.000Z');
  const ids = new SequentialIds();
  const started = () =>
    new RecordedReads(
      new FactLog(store, lifting as unknown as ConstructorParameters<typeof FactLog>[1]),
      clock,
      ids,
      digests,
    );
  const facts = async (): Promise<readonly RecordedFact[]> => {
    const all: RecordedFact[] = [];
    for await (const batch of store.readAll()) all.push(...batch);
    return all;
  };
  const types = async () => (await facts()).map(({ type }) => type);
  return { ledger: started(), started, clock, facts, types };
};

describe('the ledger of reads', () => {
  it('has each record that was shown, by whom, for what and on which basis', async () => {
    const { ledger, facts } = aLedger();
    await ledger.note(desk, view(ada));
    expect(await facts()).toEqual([
      expect.objectContaining({
        ...{ category: 'reads', type: 'RecordRead', recordedAt: '2026-07-01T12:00:00.000Z' },
        data: { owner: HACKNEY, what: 'child-chronology', purpose: 'act-on-notice', basis },
        metadata: expect.objectContaining({
          actor: { authority: CROYDON, person: 'p-1', role: 'duty-desk' },
          recordRef: 'record-ada',
        }) as object,
      }),
    ]);
  });

  it('has nothing where nothing was shown', async () => {
    const { ledger, facts } = aLedger();
    await ledger.note(desk, view());
    expect(await facts()).toEqual([]);
  });

  it('has a record once where it was shown twice at a time, and ties together what was shown together', async () => {
    const { ledger, facts } = aLedger();
    await ledger.note(desk, view(ada, ben, ada));
    const [one, other, ...more] = await facts();
    expect([one?.metadata.recordRef, other?.metadata.recordRef]).toEqual(['record-ada', 'record-ben']);
    expect(more).toEqual([]);
    expect(one?.metadata.correlationId).toBe(other?.metadata.correlationId);
  });

  it('marks the first look of a London day by an authority, whoever of it looks, and no other', async () => {
    const { ledger, clock, types } = aLedger();
    await ledger.note(desk, view(ada));
    await ledger.note(colleague, view(ada));
    clock.set('2026-07-01T22:59:59.000Z');
    await ledger.note(desk, view(ada));
    expect(await types()).toEqual(['RecordRead', 'RecordReadAgain', 'RecordReadAgain']);
    clock.set('2026-07-01T23:00:00.000Z'); // midnight in London
    await ledger.note(desk, view(ada));
    expect((await types()).at(-1)).toBe('RecordRead');
  });

  it('marks one as the first where several come at once, in one process or in two', async () => {
    const { ledger, started, types } = aLedger();
    const other = started();
    const reads = [ledger, other, ledger, other].map((each) => each.note(desk, view(ada)));
    await Promise.all(reads);
    const all = await types();
    expect(all).toHaveLength(4);
    expect(all.filter((type) => type === 'RecordRead')).toHaveLength(1);
  });

  it('has the owner’s own looks without telling it of them', async () => {
    const { ledger, types } = aLedger();
    await ledger.note({ ...desk, authority: HACKNEY }, view(ada));
    expect(await types()).toEqual(['OwnRecordRead']);
  });

  it('has a list as one fact, and the same list again by the same person as one that points to it', async () => {
    const { ledger, facts } = aLedger();
    await ledger.note(desk, list(ada, ben));
    await ledger.note(desk, list(ada, ben));
    await ledger.note(desk, list(ada));
    await ledger.note(colleague, list(ada, ben));
    const all = await facts();
    expect(all.map(({ type }) => type)).toEqual([
      ...['RecordsListed', 'RecordsListedAgain', 'RecordsListed', 'RecordsListed'],
    ]);
    expect(all[0]?.data).toMatchObject({
      ...{ what: 'child-chronology', purpose: 'act-on-notice', bases: [basis] },
      shown: [
        ['record-ada', HACKNEY, 0],
        ['record-ben', HACKNEY, 0],
      ],
    });
    expect(all[1]?.data).toMatchObject({ sameAs: all[0]?.id });
  });

  it('fails where the log fails, so that nothing is shown', async () => {
    const log = { append: () => Promise.reject(new Error('the log is away')) } as unknown as FactLog;
    const ledger = new RecordedReads(log, new FixedClock(), new SequentialIds(), digests);
    await expect(ledger.note(desk, view(ada))).rejects.toThrow('the log is away');
    await expect(ledger.note(desk, list(ada))).rejects.toThrow('the log is away');
  });
});
