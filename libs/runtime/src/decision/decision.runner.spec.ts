import { FixedClock, MemoryEventStore, MemoryKeyVault } from '@ibex/adapters/memory';
import { RevisionConflict } from '@ibex/kernel';
import type { CommandLedger, EventStore, NewFact } from '@ibex/kernel';
import { PlainDigests, RecordSealer } from '@ibex/proof';
import { noteDecider, noteDefinition } from '../../fixtures/note';
import type { NoteRequest } from '../../fixtures/note';
import { CommandMemory } from './command-memory';
import { DecisionRunner } from './decision.runner';
import { FactDrafts } from './fact-drafts';
import { FactLog } from './fact-log';
import type { Order, Outcome } from './order';
import { Upcasting } from './upcasting';

const HACKNEY = 'E09000012';
const submission = (commandId: string, commandDigest = 'digest') => ({
  actor: { authority: HACKNEY, person: 'person-1', role: 'placing-practitioner' },
  commandId,
  commandDigest,
  correlationId: commandId,
});
const open = (commandId: string, stream = 'note-1', digest?: string): Order<NoteRequest> => ({
  stream,
  submission: submission(commandId, digest),
  command: { type: 'OpenNote', data: { by: HACKNEY, kind: 'plain' }, personal: { text: 'Ada likes swings' } },
});
const close = (commandId: string, on = '2026-03-01'): Order<NoteRequest> => ({
  stream: 'note-1',
  submission: submission(commandId),
  command: { type: 'CloseNote', data: { by: HACKNEY, on } },
});
const subject = { recordRef: 'record-ref-1' };

const runnerOn = (store: EventStore, ledger?: CommandLedger) => {
  const upcasting = new Upcasting([noteDefinition]);
  const sealer = new RecordSealer(new MemoryKeyVault());
  const runner = new DecisionRunner(
    new FactLog(store, upcasting),
    new FixedClock(),
    new FactDrafts(sealer, new PlainDigests(), upcasting),
    new CommandMemory(ledger),
  );
  return { runner, sealer };
};
const factsOf = (outcome: Outcome) => (outcome.outcome === 'recorded' ? outcome.facts : []);

describe('a decision', () => {
  it('is recorded with who, when, under which command, and personal fields sealed', async () => {
    const store = new MemoryEventStore();
    const { runner, sealer } = runnerOn(store);
    const [fact] = factsOf(await runner.run(noteDecider, open('command-1'), subject));
    expect(fact).toEqual({
      id: new PlainDigests().uuidFrom('command-1\n0'),
      type: 'NoteOpened',
      data: { by: HACKNEY, kind: 'plain' },
      sealed: expect.any(String) as string,
      metadata: { ...submission('command-1'), schemaVersion: 2, recordRef: 'record-ref-1' },
      recordedAt: '2026-03-02T09:00:00.000Z',
      stream: 'note-1',
      category: 'note',
      revision: 0,
      position: 0,
    });
    const told = await sealer.unseal('record-ref-1', fact?.id ?? '', fact?.sealed ?? '');
    expect(told).toEqual({ text: 'Ada likes swings' });
  });

  it('takes the record of later facts from the first of the stream', async () => {
    const { runner } = runnerOn(new MemoryEventStore());
    await runner.run(noteDecider, open('command-1'), subject);
    const [fact] = factsOf(await runner.run(noteDecider, close('command-2')));
    expect(fact?.metadata.recordRef).toBe('record-ref-1');
  });

  it('is refused without a trace, and the command id is free again', async () => {
    const store = new MemoryEventStore();
    const { runner } = runnerOn(store);
    const refused = await runner.run(noteDecider, close('command-1'));
    expect(refused).toEqual({
      outcome: 'refused',
      refusal: { code: 'note/not-known', because: 'Not known.' },
    });
    expect(await store.head()).toBe(-1);
    expect(await runner.run(noteDecider, open('command-1', 'note-2'), subject)).toMatchObject({
      repeated: false,
    });
  });

  it('does not record a personal field that no record’s key can seal', async () => {
    const store = new MemoryEventStore();
    await expect(runnerOn(store).runner.run(noteDecider, open('command-1'))).rejects.toMatchObject({
      code: 'runtime/no-record',
    });
    expect(await store.head()).toBe(-1);
  });

  it('reads facts of an older version as the present rules know them', async () => {
    const store = new MemoryEventStore();
    const old: NewFact = {
      id: 'old-1',
      type: 'NoteOpened',
      data: { by: HACKNEY },
      metadata: { ...submission('command-0'), schemaVersion: 1 },
      recordedAt: '2020-01-01T00:00:00.000Z',
    };
    await store.append('note-1', 'none', [old]);
    const lifted = await new FactLog(store, new Upcasting([noteDefinition])).readStream('note-1');
    expect(lifted[0]).toMatchObject({ data: { by: HACKNEY, kind: 'plain' }, metadata: { schemaVersion: 2 } });
    expect(await runnerOn(store).runner.run(noteDecider, close('command-2'))).toMatchObject({
      outcome: 'recorded',
    });
  });

  it('does not read facts of a version that is still to come', async () => {
    const store = new MemoryEventStore();
    const metadata = { ...submission('command-0'), schemaVersion: 3 };
    await store.append('note-1', 'none', [
      { id: 'new-1', type: 'NoteOpened', data: {}, metadata, recordedAt: '2030-01-01T00:00:00.000Z' },
    ]);
    await expect(runnerOn(store).runner.run(noteDecider, close('command-2'))).rejects.toMatchObject({
      code: 'runtime/version-unknown',
    });
  });
});

describe('a rehearsal', () => {
  const rehearsed = <C extends NoteRequest>(order: Order<C>): Order<C> => ({
    ...order,
    submission: { ...order.submission, isRehearsal: true },
  });

  it('says what would be recorded and where, without personal parts, and records nothing', async () => {
    const store = new MemoryEventStore();
    const { runner } = runnerOn(store);
    const introduce = (): never => {
      throw new Error('introduced');
    };
    const outcome = await runner.run(noteDecider, rehearsed(open('command-1')), { ...subject, introduce });
    const [fact] = factsOf(outcome);
    expect(fact).toMatchObject({ data: { by: HACKNEY, kind: 'plain' }, stream: 'note-1', position: 0 });
    expect(fact).not.toHaveProperty('sealed');
    expect(JSON.stringify(outcome)).not.toContain('Ada');
    expect(await store.head()).toBe(-1);
  });

  it('leaves the command id free, and is refused as the command would be', async () => {
    const store = new MemoryEventStore();
    const { runner } = runnerOn(store);
    await runner.run(noteDecider, rehearsed(open('command-1')), subject);
    expect(await runner.run(noteDecider, open('command-1', 'note-2', 'other'), subject)).toMatchObject({
      outcome: 'recorded',
      repeated: false,
    });
    expect(await runner.run(noteDecider, rehearsed(open('command-2', 'note-2')), subject)).toMatchObject({
      refusal: { code: 'note/already-open' },
    });
  });
});

describe('the same command id', () => {
  it('gives the first answer again', async () => {
    const { runner } = runnerOn(new MemoryEventStore());
    const first = await runner.run(noteDecider, open('command-1'), subject);
    expect(await runner.run(noteDecider, open('command-1'), subject)).toEqual({ ...first, repeated: true });
  });

  it('gives the first answer again after a restart', async () => {
    const store = new MemoryEventStore();
    const first = await runnerOn(store).runner.run(noteDecider, open('command-1'), subject);
    const again = await runnerOn(store).runner.run(noteDecider, open('command-1'), subject);
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('waits for its first run when both come at once, and is recorded once', async () => {
    const store = new MemoryEventStore();
    const { runner } = runnerOn(store);
    const runs = Array.from({ length: 20 }, () => runner.run(noteDecider, open('command-1'), subject));
    const outcomes = await Promise.all(runs);
    expect(outcomes.filter((each) => each.outcome === 'recorded' && !each.repeated)).toHaveLength(1);
    expect(await store.readStream('note-1')).toHaveLength(1);
  });

  it.each([
    ['with another body', open('command-1', 'note-1', 'other digest')],
    ['on another stream', open('command-1', 'note-2')],
  ])('is refused %s', async (_, reused) => {
    const { runner } = runnerOn(new MemoryEventStore());
    await runner.run(noteDecider, open('command-1'), subject);
    await expect(runner.run(noteDecider, reused, subject)).rejects.toMatchObject({
      status: 409,
      code: 'idempotency-key-reused',
    });
  });

  it('is refused with another body after a restart', async () => {
    const store = new MemoryEventStore();
    await runnerOn(store).runner.run(noteDecider, open('command-1'), subject);
    const reused = runnerOn(store).runner.run(noteDecider, open('command-1', 'note-1', 'other'), subject);
    await expect(reused).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('is refused on another stream after a restart, as the ledger of the log knows it', async () => {
    const store = new MemoryEventStore();
    await runnerOn(store).runner.run(noteDecider, open('command-1'), subject);
    const ledger: CommandLedger = {
      find: (id) => Promise.resolve(id === 'command-1' ? { digest: 'digest', stream: 'note-1' } : undefined),
    };
    const reused = runnerOn(store, ledger).runner.run(noteDecider, open('command-1', 'note-2'), subject);
    await expect(reused).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(await store.readStream('note-2')).toEqual([]);
  });
});

describe('writers that race', () => {
  /** Another process that appends just before each of the first `times` appends of this one. */
  class Rival extends MemoryEventStore {
    tries = 0;

    constructor(private readonly times: number) {
      super();
    }

    override append(...[stream, expected, facts]: Parameters<EventStore['append']>) {
      this.tries += 1;
      return this.tries <= this.times
        ? Promise.reject(new RevisionConflict(stream, expected, 99))
        : super.append(stream, expected, facts);
    }
  }

  it('are decided again, twice', async () => {
    const store = new Rival(2);
    const outcome = await runnerOn(store).runner.run(noteDecider, open('command-1'), subject);
    expect([outcome.outcome, store.tries]).toEqual(['recorded', 3]);
  });

  it('are asked to come again after three tries', async () => {
    const store = new Rival(3);
    await expect(runnerOn(store).runner.run(noteDecider, open('command-1'), subject)).rejects.toMatchObject({
      status: 503,
      code: 'busy',
      extras: { headers: { 'Retry-After': '1' } },
    });
    expect(store.tries).toBe(3);
  });

  it('are recorded one after the other within one process', async () => {
    const store = new MemoryEventStore();
    const { runner } = runnerOn(store);
    await runner.run(noteDecider, open('command-0'), subject);
    const days = Array.from({ length: 50 }, (_, index) =>
      runner.run(noteDecider, close(`command-${index + 1}`)),
    );
    const outcomes = await Promise.all(days);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'recorded',
      ...Array<string>(49).fill('refused'),
    ]);
  });
});
