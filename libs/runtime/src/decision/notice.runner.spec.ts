import { FixedClock, MemoryEventStore, MemoryKeyVault } from '@ibex/adapters/memory';
import type { ChildIdentity, ChildRecord, Introduction, Records } from '@ibex/kernel';
import { KeyedPseudonyms, PlainDigests, RecordSealer } from '@ibex/proof';
import { noteDecider, noteDefinition } from '../../fixtures/note';
import type { NoteRequest } from '../../fixtures/note';
import { CommandMemory } from './command-memory';
import { DecisionRunner } from './decision.runner';
import { FactDrafts } from './fact-drafts';
import { FactLog } from './fact-log';
import { NoticeRecords, NoticeRunner } from './notice.runner';
import type { Order } from './order';
import { Upcasting } from './upcasting';

const HACKNEY = 'E09000012';
const pseudonyms = new KeyedPseudonyms(new Uint8Array(32).fill(3));

class FewRecords implements Records {
  readonly introduced: (readonly [ChildIdentity, Introduction])[] = [];

  constructor(private readonly known: readonly ChildRecord[] = []) {}

  introduce(child: ChildIdentity, by: Introduction): Promise<ChildRecord> {
    this.introduced.push([child, by]);
    const recordRef = pseudonyms.recordRef(by.actor.authority, child.localId);
    return Promise.resolve({
      recordRef,
      owner: by.actor.authority,
      introducedAt: '2026-03-02T09:00:00.000Z',
    });
  }

  find(recordRef: string): Promise<ChildRecord | undefined> {
    return Promise.resolve(this.known.find((record) => record.recordRef === recordRef));
  }

  findByLocalId(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  identityOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

const nothingKept = (): ReadonlySet<string> => new Set();
const noticesWith = (records: Records, kept: (authority: string) => ReadonlySet<string> = nothingKept) => {
  const store = new MemoryEventStore();
  const upcasting = new Upcasting([noteDefinition]);
  const digests = new PlainDigests();
  const drafts = new FactDrafts(new RecordSealer(new MemoryKeyVault()), digests, upcasting);
  const decisions = new DecisionRunner(
    new FactLog(store, upcasting),
    new FixedClock(),
    drafts,
    new CommandMemory(),
  );
  const known = new NoticeRecords(records, store, {
    ofOthers: (authority) => Promise.resolve(kept(authority)),
  });
  return { store, notices: new NoticeRunner(decisions, pseudonyms, known, digests) };
};

const order = (child: Order['child'], commandId = 'command-1'): Order<NoteRequest> => ({
  stream: 'note-1',
  ...(child ? { child } : {}),
  submission: {
    actor: { authority: HACKNEY, person: 'person-1', role: 'placing-practitioner' },
    commandId,
    commandDigest: 'digest',
    correlationId: 'correlation-1',
  },
  command: { type: 'OpenNote', data: { by: HACKNEY, kind: 'plain' }, personal: { text: 'x' } },
});
const ada = { localId: 'H-1', forename: 'Ada' };

describe('a notice about a child', () => {
  it('introduces the child’s record under a command id of its own, and is about that record', async () => {
    const records = new FewRecords();
    const { store, notices } = noticesWith(records);
    await notices.run(noteDecider, order({ child: ada }));
    const [fact] = await store.readStream('note-1');
    expect(fact?.metadata.recordRef).toBe(pseudonyms.recordRef(HACKNEY, 'H-1'));
    expect(records.introduced).toEqual([
      [
        ada,
        {
          actor: { authority: HACKNEY, person: 'person-1', role: 'placing-practitioner' },
          commandId: new PlainDigests().uuidFrom('command-1\nrecord'),
          correlationId: 'correlation-1',
        },
      ],
    ]);
  });

  it('introduces nobody when it is refused', async () => {
    const records = new FewRecords();
    const { notices } = noticesWith(records);
    await notices.run(noteDecider, order({ child: ada }));
    const refused = await notices.run(noteDecider, order({ child: { localId: 'H-2' } }, 'command-2'));
    expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'note/already-open' } });
    expect(records.introduced).toHaveLength(1);
  });

  it('is not recorded when the record cannot be introduced', async () => {
    const records = new FewRecords();
    records.introduce = () => Promise.reject(new Error('no record'));
    const { store, notices } = noticesWith(records);
    await expect(notices.run(noteDecider, order({ child: ada }))).rejects.toThrow('no record');
    expect(await store.head()).toBe(-1);
  });

  it('may name a record that its authority owns', async () => {
    const record = { recordRef: 'ref-1', owner: HACKNEY, introducedAt: '2026-03-02T09:00:00.000Z' };
    const { notices } = noticesWith(new FewRecords([record]));
    expect(await notices.run(noteDecider, order({ recordRef: 'ref-1' }))).toMatchObject({
      outcome: 'recorded',
      facts: [{ metadata: { recordRef: 'ref-1' } }],
    });
  });

  it.each([
    [
      'another authority’s',
      [{ recordRef: 'ref-1', owner: 'E09000008', introducedAt: '2026-03-02T09:00:00.000Z' }],
    ],
    ['an unknown', []],
  ])('is refused as not known when it names %s record', async (_, known) => {
    const { store, notices } = noticesWith(new FewRecords(known));
    expect(await notices.run(noteDecider, order({ recordRef: 'ref-1' }))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'note/not-known', field: 'recordRef' },
    });
    expect(await store.head()).toBe(-1);
  });
});

describe('a notice of a record that is kept from all others', () => {
  const record = { recordRef: 'ref-1', owner: HACKNEY, introducedAt: '2026-03-02T09:00:00.000Z' };
  const kept = (authority: string): ReadonlySet<string> => new Set(authority === HACKNEY ? [] : ['ref-1']);
  const closeBy = (authority: string): Order<NoteRequest> => {
    const { submission, stream } = order(undefined, `close-${authority}`);
    const command = { type: 'CloseNote', data: { by: HACKNEY, on: '2026-03-03' } } as const;
    return { stream, submission: { ...submission, actor: { ...submission.actor, authority } }, command };
  };

  it('is not known to another authority that could have done something about it, and stays its owner’s', async () => {
    const { notices } = noticesWith(new FewRecords([record]), kept);
    await notices.run(noteDecider, order({ recordRef: 'ref-1' }));
    const other = await notices.run(noteDecider, closeBy('E09000008'));
    const unknown = await notices.run(noteDecider, { ...closeBy('E09000008'), stream: 'note-2' });
    expect([other.outcome, unknown.outcome]).toEqual(['refused', 'refused']);
    expect(other).toMatchObject({ refusal: { code: 'note/not-known' } });
    expect(unknown).toMatchObject({ refusal: { code: 'note/not-known' } });
    expect((await notices.run(noteDecider, closeBy(HACKNEY))).outcome).toBe('recorded');
  });
});
