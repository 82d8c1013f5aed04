import { SettingsReader, toSplitConfig } from '@ibex/runtime';
import type { SplitConfig } from '@ibex/runtime';

const USUAL_PORT = 8035;

/** Parsed once at start. Throws IbexError that names every fault together. */
export const readConfig = (): SplitConfig =>
  Object.freeze(toSplitConfig(new SettingsReader(process.env), USUAL_PORT));
