import type { NotificationDefinition } from '@ibex/kernel';
import type { IntakeAction } from './intake/intake-action';

/** Every notification type that this process knows. */
export const DEFINITIONS = Symbol('Definitions');
export type Definitions = readonly NotificationDefinition[];

/** Every action that `POST /v1/batches` and the importers may name. */
export const INTAKE_ACTIONS = Symbol('IntakeActions');
export type IntakeActions = readonly IntakeAction[];
