import { MemoryEventStore } from '@ibex/adapters/memory';
import { BEGINNING } from '@ibex/kernel';
import { noteDefinition } from '../../fixtures/note';
import { FactLog } from '../decision/fact-log';
import { Upcasting } from '../decision/upcasting';
import { silentLog } from '../logging/create-log';
import { Follower } from './follower';
import type { Reaction } from './reaction';

const aFollower = (): Follower => {
  const reaction: Reaction = {
    ...{ name: 'idle', group: 'reactions', filter: {} },
    checkpoint: () => Promise.resolve(BEGINNING),
    handle: () => Promise.resolve(),
  };
  const facts = new FactLog(new MemoryEventStore(), new Upcasting([noteDefinition]));
  return new Follower(reaction, { facts, log: silentLog(), idleCheckpointMs: 5_000, moved: () => undefined });
};

describe('a follower that stands still', () => {
  it('goes on afterwards where it had the work', async () => {
    const follower = aFollower();
    follower.start();
    expect(await follower.whileStill(() => Promise.resolve(follower.isLeading))).toBe(false);
    expect(follower.isLeading).toBe(true);
    await follower.stop();
  });

  it('does not begin before the end where the work comes to it meanwhile', async () => {
    const follower = aFollower();
    await follower.whileStill(() => {
      follower.start();
      expect(follower.isLeading).toBe(false);
      return Promise.resolve();
    });
    expect(follower.isLeading).toBe(true);
    await follower.stop();
  });

  it('stays still where the work goes elsewhere meanwhile, also when what was done fails', async () => {
    const follower = aFollower();
    follower.start();
    const failing = follower.whileStill(async () => {
      await follower.stop();
      throw new Error('not done');
    });
    await expect(failing).rejects.toThrow('not done');
    expect(follower.isLeading).toBe(false);
  });
});
