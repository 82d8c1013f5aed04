export * from './boroughs.module';
export * from './known-authorities';
export { DesksModule, DeskRoutesModule } from './desks/desks.module';
export { RecordedDesks } from './desks/recorded-desks';
export { deskDefinition } from './desks/desk.definition';
export { AuthorityKeysModule, KeyRoutesModule } from './keys/keys.module';
export { RecordedKeys } from './keys/record/recorded-keys';
export { keyDefinition } from './keys/domain/key.definition';
