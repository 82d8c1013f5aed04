import type { MailboxEntry, NewFact } from '@ibex/kernel';
import { StoreUnavailable } from '@ibex/kernel';
import { FixedClock, MemoryEventStore, MemoryMailbox } from '@ibex/adapters/memory';
import { PlainDigests } from '@ibex/proof';
import { CROYDON, aNewEntry, aNewFact } from '@ibex/testing';
import { CursorEvidence } from './cursor-evidence';
import { DeliveryLog } from './delivery-log';
import { DeliveryRecorder } from './delivery-recorder';

const NOW = '2026-03-02T09:00:00.000Z';
const desk = { authority: CROYDON, person: 'desk-1', role: 'duty-desk' };

/** Its disk is away for so many appends. */
class FlakyStore extends MemoryEventStore {
  awayFor = 0;
  override append(...args: Parameters<MemoryEventStore['append']>) {
    if (this.awayFor-- > 0)
      return Promise.reject(new StoreUnavailable('store/disk-full', 'the disk is full'));
    return super.append(...args);
  }
}

const aDesk = async (entries: number) => {
  const store = new FlakyStore();
  const mailbox = new MemoryMailbox(new FixedClock(NOW));
  const put = await mailbox.deliver(
    'router-standard',
    Array.from({ length: entries }, (_, at) => aNewEntry(`e-${at + 1}`)),
    0,
  );
  const log = new DeliveryLog(store, new PlainDigests(), new FixedClock(NOW));
  const newProcess = () => {
    const recorder = new DeliveryRecorder(log);
    return { log, recorder, evidence: new CursorEvidence(mailbox, log, recorder) };
  };
  const factsOf = (entry: MailboxEntry | undefined) => store.readStream(`delivery-${entry?.entryId ?? ''}`);
  const delivered = async (): Promise<readonly number[]> => {
    const facts = await Promise.all(put.map(factsOf));
    return facts.flatMap((of, at) => (of.length > 0 ? [at + 1] : []));
  };
  return { store, put, newProcess, factsOf, delivered };
};

const entryOf = (put: readonly MailboxEntry[]): MailboxEntry => {
  const [entry] = put;
  if (!entry) throw new Error('nothing was put into the mailbox');
  return entry;
};

describe('what was handed out', () => {
  it('is on record as delivered, once, with channel and time', async () => {
    const { put, newProcess, factsOf } = await aDesk(1);
    const { recorder } = newProcess();
    recorder.handedOut(put, desk, 'pull-feed');
    await recorder.flush();
    recorder.handedOut(put, desk, 'event-stream');
    await recorder.flush();
    const facts = await factsOf(put[0]);
    expect(facts.map(({ type, data }: NewFact) => ({ type, data }))).toEqual([
      {
        type: 'NoticeDelivered',
        data: {
          authority: CROYDON,
          sequence: 1,
          factId: 'fact-of-e-1',
          notice: 'placement-1',
          channel: 'pull-feed',
          evidence: 'handed-out',
          deliveredAt: NOW,
        },
      },
    ]);
    expect(facts[0]?.metadata).toMatchObject({ actor: desk, recordRef: 'record-ref-1' });
  });

  it('stays the first delivery when another process hands it out again', async () => {
    const { put, newProcess, factsOf } = await aDesk(1);
    for (const channel of ['pull-feed', 'event-stream'] as const) {
      const { recorder } = newProcess();
      recorder.handedOut(put, desk, channel);
      await recorder.flush();
    }
    expect(await factsOf(put[0])).toMatchObject([{ data: { channel: 'pull-feed' } }]);
  });

  it('is on record also where a channel did not take the entry before', async () => {
    const { store, put, newProcess, delivered, factsOf } = await aDesk(1);
    await store.append('delivery-e-1', 'none', [aNewFact('set-aside', { type: 'DeliverySetAside' })]);
    expect(await newProcess().log.isDelivered(entryOf(put))).toBe(false);
    const { recorder } = newProcess();
    recorder.handedOut(put, desk, 'pull-feed');
    await recorder.flush();
    expect(await delivered()).toEqual([1]);
    expect((await factsOf(put[0])).map(({ type }) => type)).toEqual(['DeliverySetAside', 'NoticeDelivered']);
  });

  it('waits while the store is away and is written when it is back', async () => {
    const { store, put, newProcess, delivered } = await aDesk(3);
    const { recorder } = newProcess();
    store.awayFor = 3;
    recorder.handedOut(put, desk, 'pull-feed');
    await recorder.flush();
    expect(await delivered()).toEqual([]);
    await recorder.beforeApplicationShutdown();
    expect(await delivered()).toEqual([1, 2, 3]);
  });

  it('is written at once for an entry that is about to be opened', async () => {
    const { put, newProcess, delivered } = await aDesk(2);
    const { recorder } = newProcess();
    const [first] = put;
    recorder.handedOut(put, desk, 'event-stream');
    if (first) await recorder.settle(first, desk);
    expect(await delivered()).toEqual([1]);
  });
});

describe('the cursor of a reader that comes back', () => {
  it('proves what a crash kept from being written', async () => {
    const { put, newProcess, factsOf, delivered } = await aDesk(250);
    const before = newProcess();
    before.recorder.handedOut(put.slice(0, 150), desk, 'pull-feed');
    await before.recorder.flush();
    before.recorder.handedOut(put.slice(150, 230), desk, 'pull-feed'); // and then the process is killed
    const after = newProcess();
    await after.evidence.lookBack(desk, 230, 'pull-feed');
    await after.recorder.flush();
    expect(await delivered()).toEqual(Array.from({ length: 230 }, (_, at) => at + 1));
    expect(await factsOf(put[229])).toMatchObject([{ data: { evidence: 'cursor' } }]);
    expect(await factsOf(put[0])).toMatchObject([{ data: { evidence: 'handed-out' } }]);
  });

  it('finds the holes that a half-written batch left', async () => {
    const { put, newProcess, delivered } = await aDesk(64);
    const before = newProcess();
    before.recorder.handedOut(put.slice(30), desk, 'pull-feed');
    await before.recorder.flush();
    const after = newProcess();
    await after.evidence.lookBack(desk, 64, 'pull-feed');
    await after.recorder.flush();
    expect(await delivered()).toHaveLength(64);
  });

  it('proves nothing beyond itself', async () => {
    const { newProcess, delivered } = await aDesk(5);
    const { recorder, evidence } = newProcess();
    await evidence.lookBack(desk, 2, 'pull-feed');
    await recorder.flush();
    expect(await delivered()).toEqual([1, 2]);
  });

  it('costs nothing for a cursor that this process gave out, or for one that begins from nothing', async () => {
    const { newProcess, delivered } = await aDesk(3);
    const { recorder, evidence } = newProcess();
    evidence.handedOutUpTo(CROYDON, 3);
    await evidence.lookBack(desk, 3, 'pull-feed');
    await evidence.lookBack(desk, 0, 'pull-feed');
    await recorder.flush();
    expect(await delivered()).toEqual([]);
  });
});
