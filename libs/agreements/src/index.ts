export { AgreementRoutesModule, AgreementsModule } from './agreements.module';
export { agreementDefinition } from './domain/agreement.definition';
export { AgreementLens } from './record/agreement-lens';
export { agreementsProjection } from './view/agreements.projection';
