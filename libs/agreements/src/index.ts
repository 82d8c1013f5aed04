export { AgreementsModule } from './agreements.module';
export { agreementDefinition } from './domain/agreement.definition';
export { AgreementLens } from './record/agreement-lens';
export { RecordedAgreements } from './record/recorded-agreements';
