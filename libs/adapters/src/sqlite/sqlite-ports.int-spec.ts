import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Row } from '@ibex/kernel';
import {
  attemptsSuite,
  cursorsSuite,
  feedMemoriesSuite,
  keptThingsSuite,
  keyVaultSuite,
  mailboxSuite,
  postcodeDirectorySuite,
  readModelsSuite,
  temporaryFolders,
} from '@ibex/testing';
import {
  readDbOver,
  SqliteAttempts,
  SqliteCursors,
  SqliteFeedMemories,
  SqliteKeptThings,
  SqliteKeyVault,
  SqliteMailbox,
  SqlitePostcodes,
  SqliteReadModels,
  ViewsFile,
} from './index';

const newFolder = temporaryFolders();

attemptsSuite('sqlite', () => SqliteAttempts.open(join(newFolder(), 'views.sqlite')));
feedMemoriesSuite('sqlite', () => SqliteFeedMemories.open(join(newFolder(), 'views.sqlite')));
keptThingsSuite('sqlite', () => SqliteKeptThings.open(join(newFolder(), 'views.sqlite')));
cursorsSuite('sqlite', () => SqliteCursors.open(join(newFolder(), 'views.sqlite')));
mailboxSuite('sqlite', () => SqliteMailbox.open(join(newFolder(), 'views.sqlite')));
keyVaultSuite('sqlite', () =>
  SqliteKeyVault.open({ file: join(newFolder(), 'keys.sqlite'), masterKey: randomBytes(32) }),
);
postcodeDirectorySuite('sqlite', () =>
  Promise.resolve(new SqlitePostcodes(join(newFolder(), 'postcodes.sqlite'))),
);
readModelsSuite('sqlite', async () => {
  const views = await ViewsFile.open(join(newFolder(), 'views.sqlite'));
  const readDb = readDbOver(views);
  return {
    readModels: new SqliteReadModels(views),
    rows: async (table) => (await sql<Row>`SELECT * FROM ${sql.table(table)}`.execute(readDb)).rows,
  };
});
