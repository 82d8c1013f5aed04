export * from './builders';
export * from './collecting';
export * from './given';
export * from './suites/event-store.suite';
export * from './temporary-folder';
