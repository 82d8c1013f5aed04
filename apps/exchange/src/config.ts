import { ServerSettings, parseConfig, toServerConfig } from '@ibex/runtime';
import type { ServerConfig } from '@ibex/runtime';

const USUAL_PORT = 8033;

/** Parsed once at start. Throws IbexError that names every fault together. */
export const readConfig = (): ServerConfig =>
  Object.freeze(toServerConfig(parseConfig(ServerSettings, process.env), USUAL_PORT));
