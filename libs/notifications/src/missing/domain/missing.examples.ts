import type { MissingCommand } from './missing.commands';
import type { MissingFact } from './missing.events';

/** A night in March 2026, for specs and documents: Hackney's child, placed in Croydon, may head for Brent. */
export const HACKNEY = 'E09000012';
export const CROYDON = 'E09000008';
export const BRENT = 'E09000005';
export const LAMBETH = 'E09000022';
export const NOW = '2026-03-10T22:00:00.000Z';

type Example<T extends MissingFact['type']> = MissingFact<T>;

export const reportOrder: MissingCommand<'ReportMissing'> = {
  type: 'ReportMissing',
  data: {
    by: HACKNEY,
    kind: 'M',
    from: 'care',
    responsible: HACKNEY,
    host: { kind: 'authority', gss: CROYDON },
    lastSeen: { at: '2026-03-10T20:30:00.000Z' },
    areasAtRisk: [BRENT],
    policeForce: 'metropolitan',
    risk: 'medium',
  },
  personal: { policeReference: '26MIS001234', description: 'Grey tracksuit, red cap.' },
};

export const reported: Example<'MissingReported'> = {
  type: 'MissingReported',
  data: { ...reportOrder.data, occurredAt: '2026-03-10T20:30:00.000Z', alreadyOver: false },
  personal: { policeReference: '26MIS001234', description: 'Grey tracksuit, red cap.' },
};

/** Without the police force, which might name the county. */
export const reportedRestricted: Example<'MissingReported'> = {
  type: 'MissingReported',
  data: {
    by: HACKNEY,
    kind: 'M',
    from: 'care',
    responsible: HACKNEY,
    host: { kind: 'withheld' },
    lastSeen: { at: '2026-03-10T20:30:00.000Z' },
    areasAtRisk: [BRENT],
    risk: 'medium',
    occurredAt: '2026-03-10T20:30:00.000Z',
    alreadyOver: false,
    restricted: true,
  },
};

/** The host reported another authority's child. */
export const reportedByHost: Example<'MissingReported'> = {
  type: 'MissingReported',
  data: { ...reported.data, by: CROYDON },
};

export const reportedOnDate: Example<'MissingReported'> = {
  type: 'MissingReported',
  data: { ...reported.data, lastSeen: { on: '2026-03-10' }, occurredAt: '2026-03-10' },
};

export const found: Example<'MissingFound'> = {
  type: 'MissingFound',
  data: {
    by: HACKNEY,
    when: { at: '2026-03-10T21:45:00.000Z' },
    foundBy: 'police',
    area: BRENT,
    occurredAt: '2026-03-10T21:45:00.000Z',
    ending: 'found',
  },
  personal: { whereabouts: 'With an aunt.' },
};

export const offered: Example<'MissingInterviewOffered'> = {
  type: 'MissingInterviewOffered',
  data: { by: HACKNEY, when: { at: '2026-03-10T21:50:00.000Z' }, occurredAt: '2026-03-10T21:50:00.000Z' },
};

export const offeredToHost: Example<'MissingInterviewOffered'> = {
  type: 'MissingInterviewOffered',
  data: { ...offered.data, commissioned: CROYDON },
};

export const accepted: Example<'MissingInterviewAccepted'> = {
  type: 'MissingInterviewAccepted',
  data: { by: HACKNEY, when: { at: '2026-03-10T21:52:00.000Z' }, occurredAt: '2026-03-10T21:52:00.000Z' },
};

export const held: Example<'MissingInterviewHeld'> = {
  type: 'MissingInterviewHeld',
  data: {
    by: HACKNEY,
    when: { at: '2026-03-10T21:55:00.000Z' },
    heldBy: 'commissioned-provider',
    occurredAt: '2026-03-10T21:55:00.000Z',
    hoursAfterReturn: 0,
  },
};

export const declined: Example<'MissingInterviewDeclined'> = {
  type: 'MissingInterviewDeclined',
  data: {
    by: HACKNEY,
    when: { at: '2026-03-10T21:53:00.000Z' },
    declinedBy: 'child',
    occurredAt: '2026-03-10T21:53:00.000Z',
  },
};

export const withdrawn: Example<'MissingWithdrawn'> = {
  type: 'MissingWithdrawn',
  data: { by: HACKNEY, because: 'wrong-child', occurredAt: '2026-03-10T21:00:00.000Z' },
};

export const closed: Example<'MissingClosed'> = {
  type: 'MissingClosed',
  data: { by: HACKNEY, turnedEighteenOn: '2026-03-10', occurredAt: '2026-03-10' },
};

/** The same order from another authority. */
export const orderedBy = (order: MissingCommand, gss: string): MissingCommand =>
  // the compiler cannot follow that a union of orders stays one when every member's `by` changes
  ({ ...order, data: { ...order.data, by: gss } }) as MissingCommand;
