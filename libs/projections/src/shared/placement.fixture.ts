import type { PlacementFact } from '@ibex/notifications';
import type { Told } from './replay.fixture';

type TypeOf = PlacementFact['type'];
type DataOf<T extends TypeOf> = Extract<PlacementFact, { type: T }>['data'];

export const CROYDON = 'E09000008';
export const CAMDEN = 'E09000007';
export const BARNET = 'E09000003';

/** For specs: one fact of Camden's placement `placement-p1`, told by Camden unless its data say otherwise. */
export const placementFact = <T extends TypeOf>(
  type: T,
  data: DataOf<T>,
  more: Partial<Told> = {},
): Told => ({
  stream: 'placement-p1',
  type,
  data: { ...data },
  by: data.by,
  ...more,
});

const inCroydon = { host: { kind: 'authority', gss: CROYDON }, restricted: false } as const;

/** Camden placed a child in Croydon on 1 February 2025. */
export const notified = (data: Partial<DataOf<'PlacementNotified'>> = {}, more: Partial<Told> = {}): Told =>
  placementFact(
    'PlacementNotified',
    {
      by: CAMDEN,
      ...inCroydon,
      startsOn: '2025-02-01',
      occurredAt: '2025-02-01',
      notice: 'planned',
      carePlan: 'supplied',
      assessment: 'pending',
      consulted: false,
      placementType: 'U4',
      provider: 'PR4',
      providerUrn: 'SC123456',
      legalStatus: 'C2',
      sourceSystem: 'ssda903',
      reasonForNewEpisode: 'P',
      ...data,
    },
    { sealed: 'sealed-notice', ...more },
  );

export const consulted = placementFact('PlacementHostConsulted', {
  by: CAMDEN,
  ...inCroydon,
  consultedOn: '2025-01-20',
  occurredAt: '2025-01-20',
  carePlan: 'supplied',
});

export const supplied = placementFact('PlacementSupplied', {
  by: CAMDEN,
  ...inCroydon,
  supplied: ['assessment'],
});

export const movedToBarnet = placementFact(
  'PlacementChanged',
  {
    by: CAMDEN,
    host: { kind: 'authority', gss: BARNET },
    restricted: false,
    previousHost: inCroydon.host,
    changedOn: '2025-03-01',
    occurredAt: '2025-03-01',
    notice: 'emergency',
    carePlan: 'pending',
    assessment: 'pending',
  },
  { sealed: 'sealed-move' },
);

export const corrected = (data: Partial<DataOf<'PlacementCorrected'>>): Told =>
  placementFact(
    'PlacementCorrected',
    {
      by: CAMDEN,
      ...inCroydon,
      startsOn: '2025-02-01',
      notice: 'planned',
      carePlan: 'supplied',
      assessment: 'pending',
      previousHost: inCroydon.host,
      corrected: ['startsOn'],
      placementType: 'U4',
      ...data,
    },
    { sealed: 'sealed-correction' },
  );

export const ended = placementFact('PlacementEnded', {
  by: CAMDEN,
  ...inCroydon,
  endedOn: '2025-03-31',
  occurredAt: '2025-03-31',
});
export const withdrawn = placementFact('PlacementWithdrawn', {
  by: CAMDEN,
  ...inCroydon,
  reason: 'duplicate',
});
export const acknowledged = (by: string): Told => placementFact('PlacementAcknowledged', { by });
export const responded = (by: string): Told => placementFact('PlacementResponded', { by, concerns: false });
