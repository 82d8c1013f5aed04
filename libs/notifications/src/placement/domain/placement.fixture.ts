import type { RecordedFact } from '@ibex/kernel';
import { without } from '../../shared/domain/without';
import type {
  NotifyPlacement,
  GoAhead,
  ConsultHost,
  CorrectPlacement,
  EndPlacement,
  ChangeHost,
} from './placement.commands';
import type {
  Placement,
  PlacementChanged,
  PlacementCorrected,
  PlacementEnded,
  PlacementFact,
  PlacementHostConsulted,
  PlacementNotified,
  PlacementSupplied,
} from './placement.events';

// what the specs of a placement have in common; say in each only what matters there
export const OWNER = 'E09000012';
export const HOST = 'E09000008';
export const OTHER = 'E09000007';
export const STRANGER = 'E10000016';

export const inCroydon = { kind: 'authority', gss: HOST } as const;
export const inCamden = { kind: 'authority', gss: OTHER } as const;

/** Monday 2 March 2026 in London. */
export const NOW = '2026-03-02T09:00:00.000Z';

export const aPlacement: Placement = {
  host: inCroydon,
  startsOn: '2026-03-09',
  notice: 'planned',
  restricted: false,
  carePlan: 'supplied',
  assessment: 'supplied',
};

type Change<T> = Partial<T>;
export const notified = (change: Change<PlacementNotified['data']> = {}): PlacementNotified => ({
  type: 'PlacementNotified',
  data: {
    by: OWNER,
    ...aPlacement,
    consulted: false,
    occurredAt: change.startsOn ?? aPlacement.startsOn,
    ...change,
  },
});
export const consulted = (change: Change<PlacementHostConsulted['data']> = {}): PlacementHostConsulted => ({
  type: 'PlacementHostConsulted',
  data: {
    by: OWNER,
    host: inCroydon,
    restricted: false,
    consultedOn: '2026-03-02',
    occurredAt: '2026-03-02',
    carePlan: 'pending',
    ...change,
  },
});
export const supplied = (change: Change<PlacementSupplied['data']> = {}): PlacementSupplied => ({
  type: 'PlacementSupplied',
  data: { by: OWNER, host: inCroydon, restricted: false, supplied: ['care-plan'], ...change },
});
export const changed = (change: Change<PlacementChanged['data']> = {}): PlacementChanged => ({
  type: 'PlacementChanged',
  data: {
    by: OWNER,
    host: inCamden,
    previousHost: inCroydon,
    changedOn: '2026-04-13',
    occurredAt: change.changedOn ?? '2026-04-13',
    notice: 'planned',
    restricted: false,
    carePlan: 'supplied',
    assessment: 'supplied',
    ...change,
  },
});
export const corrected = (change: Change<PlacementCorrected['data']> = {}): PlacementCorrected => ({
  type: 'PlacementCorrected',
  data: { by: OWNER, ...aPlacement, previousHost: inCroydon, corrected: [], ...change },
});
export const ended = (change: Change<PlacementEnded['data']> = {}): PlacementEnded => ({
  type: 'PlacementEnded',
  data: {
    by: OWNER,
    host: inCroydon,
    restricted: false,
    endedOn: '2026-05-01',
    occurredAt: change.endedOn ?? '2026-05-01',
    ...change,
  },
});
export const withdrawn = (host: Placement['host'] = inCroydon): PlacementFact => ({
  type: 'PlacementWithdrawn',
  data: { by: OWNER, host, restricted: false, reason: 'duplicate' },
});
export const acknowledged = (by = HOST): PlacementFact => ({ type: 'PlacementAcknowledged', data: { by } });
export const responded = (riskAssessedOn?: string): PlacementFact => ({
  type: 'PlacementResponded',
  data: { by: HOST, concerns: false, ...(riskAssessedOn === undefined ? {} : { riskAssessedOn }) },
});

export const consult = (change: Change<ConsultHost['data']> = {}): ConsultHost => ({
  type: 'ConsultHost',
  data: { ...without(consulted().data, 'occurredAt'), ...change },
});
export const notify = (change: Change<NotifyPlacement['data']> = {}): NotifyPlacement => ({
  type: 'NotifyPlacement',
  data: { by: OWNER, ...aPlacement, ...change },
});
export const goAhead = (change: Change<GoAhead['data']> = {}): GoAhead => ({
  type: 'GoAhead',
  data: { by: OWNER, ...aPlacement, ...change },
});
export const change = (data: Change<ChangeHost['data']> = {}): ChangeHost => ({
  type: 'ChangeHost',
  data: {
    by: OWNER,
    host: inCamden,
    changedOn: '2026-04-13',
    notice: 'planned',
    restricted: false,
    carePlan: 'supplied',
    assessment: 'supplied',
    ...data,
  },
});
export const correct = (
  corrections: CorrectPlacement['data']['corrections'],
  personalParts: readonly string[] = [],
): CorrectPlacement => ({ type: 'CorrectPlacement', data: { by: OWNER, corrections, personalParts } });
export const end = (data: Change<EndPlacement['data']> = {}): EndPlacement => ({
  type: 'EndPlacement',
  data: { by: OWNER, endedOn: '2026-05-01', ...data },
});

/** The facts of one stream as recorded, without their personal parts; each at the instant given with it. */
export const recorded = (
  ...facts: readonly (readonly [PlacementFact, at: string])[]
): readonly RecordedFact[] =>
  facts.map(([{ type, data }, recordedAt], revision) => ({
    id: `fact-${revision}`,
    type,
    data: { ...data },
    metadata: {
      commandId: `command-${revision}`,
      commandDigest: 'digest',
      correlationId: 'correlation',
      actor: { authority: data.by, person: 'person-1', role: 'placing-practitioner' },
      schemaVersion: 1,
      recordRef: 'record-ref-1',
    },
    recordedAt,
    stream: 'placement-1',
    category: 'placement',
    revision,
    position: revision,
  }));

/** What a rule says of the last of these facts, given the ones before. */
export const ofLast = <R>(
  rule: (fact: RecordedFact, earlier: readonly RecordedFact[]) => R,
  ...facts: readonly (readonly [PlacementFact, at: string])[]
): R => {
  const all = recorded(...facts);
  const last = all.at(-1);
  if (!last) throw new Error('a rule needs a fact');
  return rule(last, all.slice(0, -1));
};
