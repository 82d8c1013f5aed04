export * from './frame/console.module';
