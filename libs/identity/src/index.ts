export { recordDefinition } from './record/record.definition';
export { IdentityModule, RecordRoutesModule } from './identity.module';
export { LogRecords } from './record/log-records';
export { RecordSealing } from './record/record-sealing';
export * from './matching';
