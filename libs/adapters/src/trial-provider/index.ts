export * from './trial-accounts';
export * from './trial-provider';
