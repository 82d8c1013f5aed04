import type { NotificationDefinition } from '@ibex/kernel';
import { lookDefinition, readDefinition } from './ledger/domain/read.definition';

/** Everything that this lib records. */
export const accessDefinitions: readonly NotificationDefinition[] = [readDefinition, lookDefinition];
