export { linkDefinition } from './links/domain/link.definition';
export { LinksModule } from './links/links.module';
export { LINK_PROPOSALS } from './links/link-proposals';
export type { LinkProposals, PairOutcome, ProposedPair } from './links/link-proposals';
export { recordDefinition } from './record/record.definition';
export { IdentityModule, RecordRoutesModule } from './identity.module';
export { LogRecords } from './record/log-records';
export { RecordSealing } from './record/record-sealing';
export * from './matching';
