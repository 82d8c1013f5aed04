import type { NotificationDefinition } from '@ibex/kernel';
import { exploitationDefinition } from './exploitation/exploitation.definition';
import { missingDefinition } from './missing/missing.definition';
import { moveDefinition } from './move/move.definition';
import { placementDefinition } from './placement/placement.definition';

/** Every notification type: one folder, one line here and one in api.ts. Pure: nothing below may reach Nest. */
export const definitions: readonly NotificationDefinition[] = [
  placementDefinition,
  moveDefinition,
  missingDefinition,
  exploitationDefinition,
];

export * from './shared/domain/ssda903.codes';
export * from './shared/domain/person.codes';
export * from './shared/domain/exploitation.codes';
export * from './shared/domain/exploitation.mapping';
export * from './shared/domain/host';
export * from './shared/domain/identifiers';
export * from './shared/domain/postcode';
export * from './shared/domain/due';
export * from './shared/contract/legal-bases';
export * from './shared/contract/message-names';
export type * from './placement/domain/placement.events';
export type { ExploitationData, ExploitationFact } from './exploitation/domain/exploitation.events';
export { PLACE_KINDS, REVIEW_OUTCOMES } from './exploitation/domain/exploitation.codes';
export type { MissingData, MissingFact, MissingFactType } from './missing/domain/missing.events';
export type { MoveEvent, MoveFact, MoveFactData, MoveParticulars } from './move/domain/move.events';
export {
  NOTICES as PLACEMENT_NOTICES,
  WITHDRAWAL_REASONS as PLACEMENT_WITHDRAWAL_REASONS,
} from './placement/domain/placement.events';
export { MISSING_FROM, MISSING_RISKS, MISSING_WITHDRAWN_BECAUSE } from './missing/domain/missing.codes';
export {
  COHORTS,
  CONFERENCE_OUTCOMES,
  DECLINE_REASONS,
  HOUSING_FUNCTIONS,
  PERMANENCES,
  PLAN_CATEGORIES,
  WHEREABOUTS,
  WITHDRAWAL_REASONS as MOVE_WITHDRAWAL_REASONS,
} from './move/domain/move.codes';
