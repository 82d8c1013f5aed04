import { keyVaultSuite, mailboxSuite, postcodeDirectorySuite, readModelsSuite } from '@ibex/testing';
import { MemoryKeyVault, MemoryMailbox, MemoryPostcodes, MemoryReadModels } from './index';

mailboxSuite('memory', () => Promise.resolve(new MemoryMailbox()));
keyVaultSuite('memory', () => Promise.resolve(new MemoryKeyVault()));
postcodeDirectorySuite('memory', () => Promise.resolve(new MemoryPostcodes()));
readModelsSuite('memory', () => {
  const readModels = new MemoryReadModels();
  return Promise.resolve({ readModels, rows: (table) => Promise.resolve(readModels.rows(table)) });
});
