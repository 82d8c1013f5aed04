import { logLevel } from 'kafkajs';
import type { logCreator } from 'kafkajs';
import type { KafkaLog } from '../kafka.settings';

/** Passes on level, part and sentence alone: what else the client puts beside them is nobody's business. */
export const clientLog =
  (log: KafkaLog | undefined): logCreator =>
  () =>
  ({ namespace, level, log: { message } }) => {
    if (level !== logLevel.ERROR && level !== logLevel.WARN) return;
    log?.({ level: level === logLevel.ERROR ? 'error' : 'warn', part: namespace, message });
  };
