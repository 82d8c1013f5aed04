import type { IntakeAction } from '@ibex/runtime';
import type { Type } from '@nestjs/common';
import { exploitationActions } from './exploitation/api/exploitation.actions';
import { ExploitationModule } from './exploitation/exploitation.module';
import { missingActions, MissingModule } from './missing/missing.module';
import { moveActions } from './move/api/move.actions';
import { MoveModule } from './move/move.module';
import { placementActions } from './placement/api/placement.actions';
import { PlacementModule } from './placement/placement.module';

/** The Nest modules of every notification type: routes and command handlers. */
export const notificationModules: readonly Type[] = [
  PlacementModule,
  MissingModule,
  MoveModule,
  ExploitationModule,
];

/** What a client may order, by name, through `POST /v1/batches` and the importers. */
export const intakeActions: readonly IntakeAction[] = [
  ...placementActions,
  ...missingActions,
  ...moveActions,
  ...exploitationActions,
];
