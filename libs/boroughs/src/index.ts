export * from './boroughs.module';
export * from './known-authorities';
