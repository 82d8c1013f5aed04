import type { EventStore } from '@ibex/kernel';
import { appendSuite } from './append.suite';
import { concurrencySuite } from './concurrency.suite';
import { readSuite } from './read.suite';
import { subscribeSuite } from './subscribe.suite';

/**
 * What every log keeps to. `makeStore` gives an empty, open store; the suite closes it.
 * There are no options: a store that cannot pass is not this port.
 */
export const eventStoreSuite = (name: string, makeStore: () => Promise<EventStore>): void => {
  describe(`event store: ${name}`, () => {
    let open: EventStore[] = [];
    const fresh = async (): Promise<EventStore> => {
      const store = await makeStore();
      open.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of open) await store.close();
      open = [];
    });

    describe('appending', () => appendSuite(fresh));
    describe('many writers', () => concurrencySuite(fresh));
    describe('reading', () => readSuite(fresh));
    describe('subscribing', () => subscribeSuite(fresh));
  });
};
