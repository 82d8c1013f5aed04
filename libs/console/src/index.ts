export * from './frame/console.module';
export * from './server/console-settings';
export * from './server/create-console';
export { USUAL_TIMES } from './session/session';
export type { SessionTimes } from './session/session';
