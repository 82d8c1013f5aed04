export { AccessModule } from './access.module';
export { LogAccessPolicy } from './policy/log-access-policy';
export { accessDefinitions } from './access.definitions';
export { LedgerModule } from './ledger/ledger.module';
export { RecordedReads } from './ledger/recorded-reads';
export { NeedToKnowModule } from './need-to-know.module';
export { SightRoutesModule } from './sight-routes.module';
export { ACCESS_SETTINGS, USUAL_ACCESS } from './access.settings';
export type { AccessSettings } from './access.settings';
