import { KafkaSettings, SettingsReader, toKafkaPlace, toSplitConfig } from '@ibex/runtime';
import type { KafkaPlace, SplitConfig } from '@ibex/runtime';

const USUAL_PORT = 8036;

export type AppConfig = SplitConfig & Readonly<{ kafka: KafkaPlace }>;

/** Parsed once at start. Throws IbexError that names every fault together. */
export const readConfig = (): AppConfig => {
  const settings = new SettingsReader(process.env);
  const kafka = settings.read(KafkaSettings);
  return Object.freeze({ ...toSplitConfig(settings, USUAL_PORT), kafka: toKafkaPlace(kafka) });
};
