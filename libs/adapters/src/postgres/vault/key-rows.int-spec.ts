import { postgresServer } from '@ibex/testing';
import type { Values } from '../engine/session';
import { Database } from '../engine/database';
import { PostgresStores } from '../index';
import { KeyRows } from './key-rows';

const server = postgresServer('--no-fsync');

describe('looking up keys', () => {
  it('asks once for all that a batch of facts needs, and again for what is asked for later', async () => {
    const url = await server().database();
    const stores = await PostgresStores.open({ url, masterKey: new Uint8Array(32).fill(3) });
    await Promise.all(['a', 'b'].map((ref) => stores.keyVault.keyFor(ref)));
    await stores.keyVault.destroy('b');
    const database = new Database({ url }).join();
    const asked: Values[] = [];
    const rows = new KeyRows({
      run: (text, values) => {
        asked.push(values ?? []);
        return database.run(text, values);
      },
    });
    const found = await Promise.all(['a', 'b', 'a', 'c'].map((ref) => rows.find(ref)));
    expect(found).toEqual([
      { name: 'a', wrapped: expect.any(Uint8Array) as unknown },
      { name: 'b', wrapped: null },
      { name: 'a', wrapped: expect.any(Uint8Array) as unknown },
      undefined,
    ]);
    await stores.keyVault.keyFor('c');
    expect(await rows.find('c')).toMatchObject({ name: 'c' });
    expect(asked).toEqual([[['a', 'b', 'c']], [['c']]]);
    await database.leave();
    await stores.close();
  }, 60_000);
});
