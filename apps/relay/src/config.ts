import {
  EventStoreDbSettings,
  KafkaSettings,
  PostgresSettings,
  ServerSettings,
  SettingsReader,
  toEventStoreDbPlace,
  toKafkaPlace,
  toPostgresPlace,
  toServerConfig,
} from '@ibex/runtime';
import type { EventStoreDbPlace, KafkaPlace, PostgresPlace, ServerConfig } from '@ibex/runtime';

const USUAL_PORT = 8036;

export type AppConfig = Readonly<{
  server: ServerConfig;
  eventStore: EventStoreDbPlace;
  postgres: PostgresPlace;
  kafka: KafkaPlace;
}>;

/** Parsed once at start. Throws IbexError that names every fault together. */
export const readConfig = (): AppConfig => {
  const settings = new SettingsReader(process.env);
  const server = settings.read(ServerSettings);
  const eventStore = settings.read(EventStoreDbSettings);
  const postgres = settings.read(PostgresSettings);
  const kafka = settings.read(KafkaSettings);
  settings.check();
  return Object.freeze({
    server: toServerConfig(server, USUAL_PORT),
    eventStore: toEventStoreDbPlace(eventStore),
    postgres: toPostgresPlace(postgres),
    kafka: toKafkaPlace(kafka),
  });
};
