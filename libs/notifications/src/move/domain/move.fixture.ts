import type { RecordedFact } from '@ibex/kernel';
import type { MoveEvent, MoveFact, MoveFactData, MoveParticulars, Place } from './move.events';

/** Croydon, Lewisham and a third authority; fixed dates: Monday 2 March 2026, 10:00 in London. */
export const CROYDON = 'E09000008';
export const LEWISHAM = 'E09000023';
export const BARNET = 'E09000003';
export const NOW = '2026-03-02T10:00:00.000Z';

export const at = (gss: string): Place => ({ kind: 'authority', gss });

/** A child with a plan who moved for good from Croydon to Lewisham on the day of the notice. */
export const planMove: MoveParticulars = {
  fromAuthority: at(CROYDON),
  toAuthority: at(LEWISHAM),
  movedOn: '2026-03-02',
  permanence: 'permanent',
  cohort: 'child-protection-plan',
  planCategory: 'NEG',
  planStartedOn: '2025-11-20',
  section47Open: false,
  unborn: false,
  addressRestricted: false,
};
export const needMove: MoveParticulars = {
  fromAuthority: at(CROYDON),
  toAuthority: at(LEWISHAM),
  movedOn: '2026-03-02',
  permanence: 'permanent',
  cohort: 'child-in-need',
  section47Open: false,
  unborn: false,
  addressRestricted: false,
};
export const housingMove: MoveParticulars = {
  ...needMove,
  cohort: 'homeless-household',
  permanence: 'temporary',
  householdRef: 'b7c1f9a0-7a52-4a57-8a2e-3f1f0a7d1c11',
  adultCount: 1,
  childCount: 2,
  housingFunction: 's188',
  accommodationAvailableOn: '2026-03-02',
};

export const notified = (move: MoveParticulars = planMove, by = CROYDON): MoveFact<'MoveNotified'> => ({
  type: 'MoveNotified',
  data: { ...move, by, occurredAt: NOW },
});

/** What each authority usually does next, on the day of the notice. */
export const supplied: MoveEvent = {
  type: 'MoveInformationSupplied',
  data: {
    by: CROYDON,
    suppliedOn: '2026-03-02',
    kinds: ['plan', 'assessment'],
    complete: true,
    occurredAt: NOW,
  },
};
export const accepted: MoveEvent = {
  type: 'MoveAccepted',
  data: { by: LEWISHAM, acceptedOn: '2026-03-02', occurredAt: NOW },
};
export const declined: MoveEvent = {
  type: 'MoveDeclined',
  data: { by: LEWISHAM, declinedOn: '2026-03-02', reason: 'information-incomplete', occurredAt: NOW },
};
export const conferenceHeld: MoveEvent = {
  type: 'TransferConferenceHeld',
  data: { by: LEWISHAM, heldOn: '2026-03-02', conferenceOutcome: 'plan-continues-here', occurredAt: NOW },
};
export const handedOver: MoveEvent = {
  type: 'MoveResponsibilityHandedOver',
  data: { by: CROYDON, handedOverOn: '2026-03-02', occurredAt: NOW },
};
export const notArrived = (
  whereabouts: MoveFactData['MoveNotArrived']['whereabouts'] = 'unknown',
): MoveEvent => ({
  type: 'MoveNotArrived',
  data: { by: LEWISHAM, learnedOn: '2026-03-02', whereabouts, occurredAt: NOW },
});
export const arrived: MoveEvent = {
  type: 'MoveArrived',
  data: { by: LEWISHAM, arrivedOn: '2026-03-02', occurredAt: NOW },
};
export const becamePermanent: MoveEvent = {
  type: 'MoveBecamePermanent',
  data: { by: CROYDON, permanentFrom: '2026-03-02', occurredAt: NOW },
};
export const withdrawn: MoveEvent = {
  type: 'MoveWithdrawn',
  data: { by: CROYDON, reason: 'posted-in-error', occurredAt: NOW },
};

/** The facts as the log holds them, each recorded at its own instant (the last given one holds for the rest). */
export const recorded = (
  facts: readonly MoveEvent[],
  ...instants: readonly string[]
): readonly RecordedFact[] =>
  facts.map((fact, index) => ({
    id: `fact-${index}`,
    type: fact.type,
    data: fact.data,
    metadata: {
      commandId: `command-${index}`,
      commandDigest: 'digest',
      correlationId: 'correlation',
      actor: { authority: fact.data.by, person: 'person-1', role: 'placing-practitioner' },
      schemaVersion: 1,
      recordRef: 'record-1',
    },
    recordedAt: instants[index] ?? instants.at(-1) ?? NOW,
    stream: 'move-1',
    category: 'move',
    revision: index,
    position: index,
  }));
