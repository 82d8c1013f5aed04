import type { IntakeAction } from '@ibex/runtime';
import type { Type } from '@nestjs/common';

/** The Nest modules of every notification type: routes and command handlers. */
export const notificationModules: readonly Type[] = [];

/** What a client may order, by name, through `POST /v1/batches` and the importers. */
export const intakeActions: readonly IntakeAction[] = [];
