export * from './log/sqlite-event-store';
