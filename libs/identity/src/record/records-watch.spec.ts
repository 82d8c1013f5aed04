import { setTimeout as pause } from 'node:timers/promises';
import type { ChildIdentity, Introduction } from '@ibex/kernel';
import { FixedClock, MemoryEventStore, MemoryKeyVault } from '@ibex/adapters/memory';
import { KeyedPseudonyms, PlainDigests, RecordSealer } from '@ibex/proof';
import { FOLLOWING_ALONE, FOLLOWING_AMONG_OTHERS } from '@ibex/runtime';
import { LogRecords } from './log-records';
import { RecordSealing } from './record-sealing';
import { RecordsSeen } from './records-seen';
import { RecordsWatch } from './records-watch';

const by = (commandId: string): Introduction => ({
  actor: { authority: 'E09000008', person: 'p-1', role: 'placing-practitioner' },
  commandId,
  correlationId: commandId,
});
const ada: ChildIdentity = { localId: 'LS-1', forename: 'Ada', surname: 'Obi' };
const adaMarried: ChildIdentity = { localId: 'LS-1', forename: 'Ada', surname: 'Canary' };

/** Two processes on one log; the first one remembers what it told. */
const twoProcesses = async (following = FOLLOWING_AMONG_OTHERS) => {
  const store = new MemoryEventStore();
  const pseudonyms = new KeyedPseudonyms(new Uint8Array(32).fill(7));
  const clock = new FixedClock('2026-03-02T09:00:00.000Z');
  const sealer = new RecordSealer(new MemoryKeyVault());
  const sealing = new RecordSealing(sealer, new PlainDigests(), clock, sealer);
  const seen = new RecordsSeen();
  const watch = new RecordsWatch(store, seen, following);
  const here = new LogRecords(store, pseudonyms, sealing, seen);
  const elsewhere = new LogRecords(store, pseudonyms, sealing);
  watch.onApplicationBootstrap();
  await pause(5);
  return { here, elsewhere, stop: () => watch.beforeApplicationShutdown() };
};

/** Told here, told otherwise elsewhere, told here again as at first: who the child is then. */
const surnameAfterThreeTellings = async (following = FOLLOWING_AMONG_OTHERS): Promise<unknown> => {
  const { here, elsewhere, stop } = await twoProcesses(following);
  const { recordRef } = await here.introduce(ada, by('c-1'));
  await elsewhere.introduce(adaMarried, by('c-2'));
  await pause(5);
  await here.introduce(ada, by('c-3'));
  const identity = await here.identityOf(recordRef);
  await stop();
  return identity?.surname;
};

describe('what is remembered of a record', () => {
  it('is forgotten when another process has told more of it, so that the last word counts', async () => {
    expect(await surnameAfterThreeTellings()).toBe('Obi');
  });

  it('would stand against the log if nobody watched', async () => {
    expect(await surnameAfterThreeTellings(FOLLOWING_ALONE)).toBe('Canary');
  });
});
