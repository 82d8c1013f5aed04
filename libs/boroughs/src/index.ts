export * from './boroughs.module';
export * from './known-authorities';
export { DesksModule, DeskRoutesModule } from './desks/desks.module';
export { RecordedDesks } from './desks/recorded-desks';
export { deskDefinition } from './desks/desk.definition';
