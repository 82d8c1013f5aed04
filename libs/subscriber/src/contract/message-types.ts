/**
 * The public message types and the kind of fact that each tells; of what was withdrawn there is no detail. A spec compares this list with what the notification
 * types declare, so that a type that is added there is added here.
 */
export const MESSAGES = {
  'uk.ibex.exploitation.acknowledged': 'ExploitationAcknowledged',
  'uk.ibex.exploitation.assessed': 'ExploitationLevelAssessed',
  'uk.ibex.exploitation.closed': 'ExploitationClosed',
  'uk.ibex.exploitation.corrected': 'ExploitationCorrected',
  'uk.ibex.exploitation.nrm-stage-moved': 'ExploitationNrmStageMoved',
  'uk.ibex.exploitation.raised': 'ExploitationConcernRaised',
  'uk.ibex.exploitation.reviewed': 'ExploitationReviewed',
  'uk.ibex.exploitation.updated': 'ExploitationConcernUpdated',
  'uk.ibex.exploitation.withdrawn': 'ExploitationWithdrawn',
  'uk.ibex.mailbox.withdrawn': 'MailboxEntryWithdrawn',
  'uk.ibex.missing.acknowledged': 'MissingAcknowledged',
  'uk.ibex.missing.closed': 'MissingClosed',
  'uk.ibex.missing.corrected': 'MissingCorrected',
  'uk.ibex.missing.found': 'MissingFound',
  'uk.ibex.missing.interview-accepted': 'MissingInterviewAccepted',
  'uk.ibex.missing.interview-declined': 'MissingInterviewDeclined',
  'uk.ibex.missing.interview-held': 'MissingInterviewHeld',
  'uk.ibex.missing.interview-offered': 'MissingInterviewOffered',
  'uk.ibex.missing.reported': 'MissingReported',
  'uk.ibex.missing.sighted': 'MissingSighted',
  'uk.ibex.missing.strategy-discussed': 'MissingStrategyDiscussed',
  'uk.ibex.missing.updated': 'MissingUpdated',
  'uk.ibex.missing.withdrawn': 'MissingWithdrawn',
  'uk.ibex.move.accepted': 'MoveAccepted',
  'uk.ibex.move.arrived': 'MoveArrived',
  'uk.ibex.move.became-permanent': 'MoveBecamePermanent',
  'uk.ibex.move.conference-held': 'TransferConferenceHeld',
  'uk.ibex.move.corrected': 'MoveCorrected',
  'uk.ibex.move.declined': 'MoveDeclined',
  'uk.ibex.move.information-supplied': 'MoveInformationSupplied',
  'uk.ibex.move.not-arrived': 'MoveNotArrived',
  'uk.ibex.move.notified': 'MoveNotified',
  'uk.ibex.move.responsibility-handed-over': 'MoveResponsibilityHandedOver',
  'uk.ibex.move.withdrawn': 'MoveWithdrawn',
  'uk.ibex.placement.acknowledged': 'PlacementAcknowledged',
  'uk.ibex.placement.changed': 'PlacementChanged',
  'uk.ibex.placement.consulted': 'PlacementHostConsulted',
  'uk.ibex.placement.corrected': 'PlacementCorrected',
  'uk.ibex.placement.ended': 'PlacementEnded',
  'uk.ibex.placement.notified': 'PlacementNotified',
  'uk.ibex.placement.responded': 'PlacementResponded',
  'uk.ibex.placement.supplied': 'PlacementSupplied',
  'uk.ibex.placement.withdrawn': 'PlacementWithdrawn',
} as const;

export type MessageType = keyof typeof MESSAGES;

/** Kind of fact that a message type tells, e.g. `PlacementNotified`; any, for a type that is not in the list. */
export type FactTypeOf<T extends string> = T extends MessageType ? (typeof MESSAGES)[T] : string;

export const isKnownType = (type: string): type is MessageType => Object.hasOwn(MESSAGES, type);
