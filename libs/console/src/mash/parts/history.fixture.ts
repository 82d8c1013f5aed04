import type { Entry, GapShown, NameOf, RecordShown } from './answers';

export const CAMDEN = 'E09000007';
export const CROYDON = 'E09000008';
export const EALING = 'E09000009';
export const LAMBETH = 'E09000022';
export const KENT = 'E10000016';
export const NOW = '2026-03-20T02:14:00.000Z';

const NAMES: Readonly<Record<string, string>> = {
  ...{ [CAMDEN]: 'Camden', [CROYDON]: 'Croydon', [EALING]: 'Ealing', [LAMBETH]: 'Lambeth', [KENT]: 'Kent' },
};
export const nameOf: NameOf = (gss) => NAMES[gss] ?? gss;

const BASIS = { text: 'A child of the authority’s own', source: 'Children Act 1989, s 22' };

/** A line of a history; what is left out is as of a usual notice of Camden. */
export const entry = (said: Partial<Entry>): Entry => {
  const source = said.source ?? CAMDEN;
  return {
    ...{ withheld: false, kind: 'notice', recordRef: 'record-1', basis: BASIS, restricted: false },
    ...{ recordedAt: `${(said.occurredAt ?? '').slice(0, 10)}T12:00:00.000Z`, ...said },
    ...{ source, sourceName: nameOf(source) },
  };
};

export const notified = (notice: string, gss: string, startsOn: string, more: Partial<Entry> = {}): Entry =>
  entry({
    ...{ notice, type: 'PlacementNotified', title: 'Placement notified', occurredAt: startsOn },
    data: { host: { kind: 'authority', gss }, startsOn, placementType: 'K2', notice: 'planned' },
    told: [
      {
        ...{ authority: gss, authorityName: nameOf(gss), capacity: 'host', urgency: 'routine' },
        ...{ basis: 'Area authority', basisSource: 'CPPCR Regs 2010, reg 13(4)' },
      },
    ],
    ...more,
  });

export const ended = (notice: string, endedOn: string): Entry =>
  entry({
    ...{ notice, type: 'PlacementEnded', title: 'Placement ended', occurredAt: endedOn },
    data: { endedOn, host: { kind: 'authority', gss: CROYDON }, reasonEpisodeCeased: 'X1' },
  });

export const reported = (notice: string, at: string, more: Partial<Entry> = {}): Entry =>
  entry({
    ...{ notice, type: 'MissingReported', title: 'Reported missing', occurredAt: at },
    data: { kind: 'M', lastSeen: { at }, risk: 'high', areasAtRisk: [LAMBETH] },
    recordedAt: at,
    ...more,
  });

export const found = (notice: string, at: string): Entry =>
  entry({
    ...{ notice, type: 'MissingFound', title: 'Found or returned', occurredAt: at, recordedAt: at },
    data: { when: { at }, foundBy: 'police', area: LAMBETH },
  });

export const late = (text: string, at: string, more: Partial<Entry> = {}): Entry =>
  entry({
    ...{ kind: 'duty', notice: 'placement-1', title: 'Duty late', occurredAt: at, source: CROYDON },
    duty: {
      ...{ key: 'acknowledge-1', state: 'late', kind: 'acknowledge', text, source: 'Service target' },
      ...{ owedBy: CROYDON, owedByName: 'Croydon', owedTo: CAMDEN, owedToName: 'Camden', dueAt: at },
    },
    ...more,
  });

const CONTACTS = {
  socialWorker: { name: 'Ada Example', team: 'Looked-after children 2', phone: '020 7946 0101' },
  outOfHours: { name: 'Emergency duty team', phone: '020 7946 0102' },
};

/** A year of a child of Camden: Ealing, a gap, Croydon, Kent, Croydon again; missing four times, the last one now. */
export const HISTORY: readonly Entry[] = [
  notified('placement-0', EALING, '2025-03-10'),
  ended('placement-0', '2025-06-02'),
  notified('placement-1', CROYDON, '2025-06-20', {
    personal: { contacts: CONTACTS, narrative: 'Settles best in the evenings.' },
  }),
  late('Acknowledge that the placement was notified', '2025-07-04T23:00:00.000Z'),
  entry({
    ...{ kind: 'step', notice: 'placement-1', type: 'NoticeAcknowledged', title: 'Acknowledged' },
    ...{ occurredAt: '2025-07-09T09:30:00.000Z', source: CROYDON },
    step: { authority: CROYDON, authorityName: 'Croydon' },
  }),
  reported('missing-1', '2025-08-14T20:30:00.000Z'),
  found('missing-1', '2025-08-16T07:00:00.000Z'),
  ended('placement-1', '2025-09-30'),
  notified('placement-2', KENT, '2025-09-30'),
  reported('missing-2', '2025-11-02T22:00:00.000Z'),
  found('missing-2', '2025-11-09T03:30:00.000Z'),
  entry({
    ...{ notice: 'exploitation-1', type: 'ExploitationConcernRaised', title: 'Concern raised' },
    occurredAt: '2025-11-12',
    data: { raisedOn: '2025-11-12', flags: ['county-lines'], host: { kind: 'authority', gss: KENT } },
  }),
  ended('placement-2', '2026-01-08'),
  notified('placement-3', CROYDON, '2026-01-08'),
  reported('missing-3', '2026-02-18T19:00:00.000Z'),
  found('missing-3', '2026-02-20T12:00:00.000Z'),
  late('Offer a return interview within 72 hours', '2026-02-23T12:00:00.000Z', { notice: 'missing-3' }),
  reported('missing-4', '2026-03-17T21:40:00.000Z'),
];

export const GAPS: readonly GapShown[] = [
  {
    ...{ kind: 'between-placements', from: '2025-06-02', to: '2025-06-20' },
    unknown: 'Where the child lived from 2025-06-02 until 2025-06-20: you see no placement on record',
  },
  {
    ...{ kind: 'missing', from: '2026-03-17T21:40:00.000Z' },
    unknown: 'Where the child is since 2026-03-17T21:40:00.000Z: reported missing',
  },
];

export const RECORDS: readonly RecordShown[] = [
  {
    ...{ recordRef: 'record-1', owner: CAMDEN, ownerName: 'Camden', seenAs: 'owner', withheld: false },
    ...{
      basis: BASIS,
      child: { forename: 'Maya', surname: 'Sample', dateOfBirth: '2010-05-14', localId: 'C-1' },
    },
  },
];
