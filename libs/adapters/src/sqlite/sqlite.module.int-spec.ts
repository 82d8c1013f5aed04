import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { EVENT_STORE, KEY_VAULT, MAILBOX, MAILBOX_LENS, POSTCODES, READ_DB, READ_MODELS } from '@ibex/kernel';
import type { EventStore, KeyVault, Mailbox } from '@ibex/kernel';
import { CROYDON, aNewEntry, aNewFact, temporaryFolders } from '@ibex/testing';
import { SqliteStores } from './sqlite-stores';
import { SqliteModule } from './sqlite.module';

const newFolder = temporaryFolders();
const masterKey = new Uint8Array(32).fill(1);

/** Shows every entry as urgent. */
const lens = {
  provide: MAILBOX_LENS,
  useValue: {
    over: (mailbox: Mailbox): Mailbox =>
      Object.assign(Object.create(mailbox) as Mailbox, {
        find: async (...of: Parameters<Mailbox['find']>) => {
          const entry = await mailbox.find(...of);
          return entry && { ...entry, urgency: 'urgent' };
        },
      }),
  },
};
@Module({ providers: [lens], exports: [lens] })
class Lens {}

describe('the embedded stores of a folder', () => {
  it('stand behind every port, and close with the application', async () => {
    const folder = join(newFolder(), 'made', 'by', 'itself');
    const app = await Test.createTestingModule({
      imports: [SqliteModule.forFolder({ folder, masterKey })],
    }).compile();
    const store = app.get<EventStore>(EVENT_STORE);
    await store.append('placement-1', 'none', [aNewFact('a')]);
    await app.get<Mailbox>(MAILBOX).deliver('router', [aNewEntry('e')], 0);
    await app.get<KeyVault>(KEY_VAULT).keyFor('record-1');
    for (const token of [READ_MODELS, READ_DB, POSTCODES]) expect(app.get<object>(token)).toBeDefined();
    await app.close();
    await expect(store.head()).rejects.toMatchObject({ code: 'store/closed' });
    for (const name of ['log', 'views', 'keys']) {
      expect(existsSync(join(folder, `${name}.sqlite`))).toBe(true);
      expect(existsSync(join(folder, `${name}.sqlite-wal`))).toBe(false);
    }
  });

  it('show the mailbox through a lens where a module has one', async () => {
    const told = { module: Lens, global: true };
    const app = await Test.createTestingModule({
      imports: [SqliteModule.forFolder({ folder: newFolder(), masterKey }), told],
    }).compile();
    const mailbox = app.get<Mailbox>(MAILBOX);
    await mailbox.deliver('router', [aNewEntry('e')], 0);
    expect(await mailbox.find(CROYDON, 1)).toMatchObject({ entryId: 'e', urgency: 'urgent' });
    await app.close();
  });

  it('leave nothing open when one of them cannot be opened', async () => {
    const folder = newFolder();
    const first = await SqliteStores.open({ folder, masterKey });
    await first.close();
    await expect(SqliteStores.open({ folder, masterKey: new Uint8Array(32).fill(2) })).rejects.toMatchObject({
      code: 'vault/wrong-master-key',
    });
    const again = await SqliteStores.open({ folder, masterKey });
    await again.close();
    await again.close();
  });
});
