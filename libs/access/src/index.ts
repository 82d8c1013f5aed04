export { AccessModule } from './access.module';
export { LogAccessPolicy } from './policy/log-access-policy';
export { accessDefinitions } from './access.definitions';
export { LedgerModule } from './ledger/ledger.module';
export { RecordedReads } from './ledger/recorded-reads';
