import {
  attemptsSuite,
  cursorsSuite,
  feedMemoriesSuite,
  keptThingsSuite,
  keyVaultSuite,
  mailboxSuite,
  postcodeDirectorySuite,
  readModelsSuite,
} from '@ibex/testing';
import {
  MemoryAttempts,
  MemoryCursors,
  MemoryFeedMemories,
  MemoryKeptThings,
  MemoryKeyVault,
  MemoryMailbox,
  MemoryPostcodes,
  MemoryReadModels,
} from './index';

attemptsSuite('memory', () => Promise.resolve(new MemoryAttempts()));
feedMemoriesSuite('memory', () => Promise.resolve(new MemoryFeedMemories()));
keptThingsSuite('memory', () => Promise.resolve(new MemoryKeptThings()));
cursorsSuite('memory', () => Promise.resolve(new MemoryCursors()));
mailboxSuite('memory', () => Promise.resolve(new MemoryMailbox()));
keyVaultSuite('memory', () => Promise.resolve(new MemoryKeyVault()));
postcodeDirectorySuite('memory', () => Promise.resolve(new MemoryPostcodes()));
readModelsSuite('memory', () => {
  const readModels = new MemoryReadModels();
  return Promise.resolve({ readModels, rows: (table) => Promise.resolve(readModels.rows(table)) });
});
