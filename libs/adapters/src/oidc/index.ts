export * from './openid-provider';
export * from './openid-providers';
export * from './providers-file';
