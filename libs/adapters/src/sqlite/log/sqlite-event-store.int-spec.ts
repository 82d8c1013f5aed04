import { join } from 'node:path';
import { eventStoreSuite, temporaryFolders } from '@ibex/testing';
import { SqliteEventStore } from './sqlite-event-store';

const newFolder = temporaryFolders();
eventStoreSuite('sqlite', () => SqliteEventStore.open(join(newFolder(), 'log.sqlite')));
