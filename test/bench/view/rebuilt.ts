import { join } from 'node:path';
import { PostgresStores } from '@ibex/adapters/postgres';
import { SqliteEventStore, SqliteStores } from '@ibex/adapters/sqlite';
import { RecordSealer } from '@ibex/proof';
import { FactLog } from '@ibex/runtime';
import { Upcasting } from '../../../libs/runtime/src/decision/upcasting';
import { everyDefinition, rebuildAll } from '../rebuild-views';
import type { Home } from './home';

/** After any version that a view has by itself. */
const OTHER_RULES = 1_000;

const openedFor = async ({ config, postgres }: Home) => {
  const { home: folder, masterKey } = config;
  if (postgres === undefined) {
    const stores = await SqliteStores.open({ folder, masterKey });
    return { stores, store: stores.eventStore, close: () => stores.close() };
  }
  const stores = await PostgresStores.open({ url: postgres, masterKey });
  const store = await SqliteEventStore.open(join(folder, 'log.sqlite'));
  const close = async (): Promise<void> => {
    await stores.close();
    await store.close();
  };
  return { stores, store, close };
};

/** Facts a second, of every view from zero at once. The last thing to be done with a home: its views have other rules then. */
export const rebuildRate = async (home: Home, run: number): Promise<number> => {
  const { stores, store, close } = await openedFor(home);
  try {
    const log = new FactLog(store, new Upcasting(everyDefinition));
    const sealer = new RecordSealer(stores.keyVault);
    const begun = performance.now();
    await rebuildAll({ readModels: stores.readModels, log, sealer }, OTHER_RULES + run);
    return (((await log.head()) + 1) * 1000) / (performance.now() - begun);
  } finally {
    await close();
  }
};
