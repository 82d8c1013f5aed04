export { EventStoreDbStore } from './eventstoredb-event-store';
export { EventStoreDbModule } from './eventstoredb.module';
export type { EventStoreDbOptions } from './options';
