export * from './fixed-clock';
export * from './memory-event-store';
export * from './memory-key-vault';
export * from './memory-mailbox';
export * from './memory-postcodes';
export * from './memory-read-models';
export * from './memory.module';
