import type { Actor, Attempt, FactMetadata, NewEntry, NewFact } from '@ibex/kernel';

export const CROYDON = 'E09000008';
export const HACKNEY = 'E09000012';
export const KENT = 'E10000016';

export const anActor: Actor = { authority: HACKNEY, person: 'person-1', role: 'placing-practitioner' };

export const someMetadata: FactMetadata = {
  commandId: '00000000-0000-8000-8000-00000000c0de',
  commandDigest: 'd'.repeat(64),
  correlationId: 'correlation-1',
  actor: anActor,
  schemaVersion: 1,
  recordRef: 'record-ref-1',
};

/** A fact about to be appended; say only what matters to the spec. */
export const aNewFact = (id: string, change: Partial<NewFact> = {}): NewFact => ({
  id,
  type: 'PlacementNotified',
  data: { note: id },
  metadata: someMetadata,
  recordedAt: '2026-03-02T09:00:00.000Z',
  ...change,
});

export const someNewFacts = (count: number, prefix = 'fact'): readonly NewFact[] =>
  Array.from({ length: count }, (_, index) => aNewFact(`${prefix}-${index}`));

/** An entry on its way to a mailbox; say only what matters to the spec. */
export const aNewEntry = (entryId: string, change: Partial<NewEntry> = {}): NewEntry => ({
  entryId,
  authority: CROYDON,
  factId: `fact-of-${entryId}`,
  stream: 'placement-1',
  recordRef: 'record-ref-1',
  type: 'uk.ibex.placement.notified',
  messageVersion: 1,
  from: HACKNEY,
  occurredAt: '2026-03-01',
  recordedAt: '2026-03-02T09:00:00.000Z',
  position: 0,
  capacity: 'host',
  urgency: 'prompt',
  basis: { text: 'a child was placed in your area', source: 'CPPCR Regs 2010, reg 13' },
  duty: { text: 'acknowledge', dueAt: '2026-03-09T17:00:00.000Z' },
  ...change,
});

/** A try to reach a subscriber that was taken; say only what matters to the spec. */
export const anAttempt = (sequence: number, change: Partial<Attempt> = {}): Attempt => ({
  subscriptionId: 'subscription-1',
  authority: CROYDON,
  sequence,
  at: '2026-03-02T09:00:00.000Z',
  outcome: 'taken',
  status: 204,
  durationMs: 12,
  more: 0,
  ...change,
});
