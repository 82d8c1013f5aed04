import {
  ConsoleEnvironment,
  ServerSettings,
  SettingsReader,
  toConsoleConfig,
  toServerConfig,
} from '@ibex/runtime';
import type { ConsoleConfig, ServerConfig } from '@ibex/runtime';

const USUAL_PORT = 8033;

export type ExchangeConfig = Readonly<{ server: ServerConfig; pages: ConsoleConfig }>;

/** Parsed once at start. Throws IbexError that names every fault together. */
export const readConfig = (): ExchangeConfig => {
  const reader = new SettingsReader(process.env);
  const server = reader.read(ServerSettings);
  const pages = reader.read(ConsoleEnvironment);
  reader.check();
  return Object.freeze({ server: toServerConfig(server, USUAL_PORT), pages: toConsoleConfig(pages) });
};
