import {
  acknowledged,
  BARNET,
  CAMDEN,
  consulted,
  corrected,
  CROYDON,
  ended,
  movedToBarnet,
  notified,
  responded,
  supplied,
  withdrawn,
} from '../shared/placement.fixture';
import { inAnyOrder, recorded, rowsAfter, rowsAfterTwice } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { placedElsewhereProjection } from './our-children-elsewhere.projection';

const elsewhere = (...told: readonly Told[]) =>
  rowsAfter(placedElsewhereProjection, recorded(...told))['placedElsewhere'];

const stay = (hostCode: string | null, startsOn: string, endedOn: string | null, hostKind = 'authority') => ({
  hostKind,
  hostCode,
  startsOn,
  endedOn,
});
const stays = (...list: readonly object[]) => JSON.stringify(list);

const inCroydon = {
  begins: 0,
  stream: 'placement-p1',
  recordRef: 'record-ref-1',
  owner: CAMDEN,
  startsOn: '2025-02-01',
  endedOn: null,
  hostSince: '2025-02-01',
  hostKind: 'authority',
  hostCode: CROYDON,
  restricted: 0,
  recordedAt: '2025-03-03T09:00:00.000Z',
  acknowledgedAt: null,
  respondedAt: null,
  sourceSystem: 'ssda903',
  reasonForNewEpisode: 'P',
  stays: stays(stay(CROYDON, '2025-02-01', null)),
  sealed: '[["fact-0","sealed-notice"]]',
  placementType: 'U4',
  provider: 'PR4',
  providerUrn: 'SC123456',
  legalStatus: 'C2',
  expectedEndOn: null,
  notice: 'planned',
  carePlan: 'supplied',
  assessment: 'pending',
};

describe('our children elsewhere', () => {
  it('holds a placement that was notified, for its owner', () => {
    expect(elsewhere(notified())).toStrictEqual([inCroydon]);
  });

  it('holds nothing of a consultation alone', () => {
    expect(elsewhere(consulted)).toStrictEqual([]);
  });

  it.each([
    ['unknown', { host: { kind: 'unknown' } }, { hostKind: 'unknown', hostCode: null }],
    [
      'outside England',
      { host: { kind: 'outside-england', code: 'WAL' } },
      { hostKind: 'outside-england', hostCode: 'WAL' },
    ],
    [
      'withheld',
      { host: { kind: 'withheld' }, restricted: true },
      { hostKind: 'withheld', hostCode: null, restricted: 1 },
    ],
  ] as const)('holds a placement whose host is %s', (_, data, columns) => {
    const where = stays(stay(columns.hostCode, '2025-02-01', null, columns.hostKind));

    expect(elsewhere(notified(data))).toStrictEqual([{ ...inCroydon, ...columns, stays: where }]);
  });

  it('shows what was supplied, acknowledged and answered', () => {
    expect(elsewhere(notified(), supplied, acknowledged(CROYDON), responded(CROYDON))).toStrictEqual([
      {
        ...inCroydon,
        assessment: 'supplied',
        acknowledgedAt: '2025-03-03T09:02:00.000Z',
        respondedAt: '2025-03-03T09:03:00.000Z',
      },
    ]);
  });

  it('keeps the stays when the carer moves, and what was sealed about the last one', () => {
    expect(elsewhere(notified(), movedToBarnet)).toStrictEqual([
      {
        ...inCroydon,
        hostCode: BARNET,
        hostSince: '2025-03-01',
        recordedAt: '2025-03-03T09:01:00.000Z',
        notice: 'emergency',
        carePlan: 'pending',
        stays: stays(stay(CROYDON, '2025-02-01', '2025-03-01'), stay(BARNET, '2025-03-01', null)),
        sealed: '[["fact-1","sealed-move"]]',
      },
    ]);
  });

  it('takes corrections, and keeps what was sealed before beside what was sealed with them', () => {
    const rows = elsewhere(notified(), corrected({ startsOn: '2025-01-15', endedOn: '2025-02-20' }));

    expect(rows).toStrictEqual([
      {
        ...inCroydon,
        startsOn: '2025-01-15',
        hostSince: '2025-01-15',
        endedOn: '2025-02-20',
        provider: null,
        providerUrn: null,
        legalStatus: null,
        sourceSystem: null,
        reasonForNewEpisode: null,
        stays: stays(stay(CROYDON, '2025-01-15', '2025-02-20')),
        sealed: '[["fact-0","sealed-notice"],["fact-1","sealed-correction"]]',
      },
    ]);
  });

  it('keeps a placement that ended', () => {
    expect(elsewhere(notified(), ended)).toStrictEqual([
      { ...inCroydon, endedOn: '2025-03-31', stays: stays(stay(CROYDON, '2025-02-01', '2025-03-31')) },
    ]);
  });

  it('forgets a placement that was posted in error', () => {
    expect(elsewhere(notified(), withdrawn)).toStrictEqual([]);
  });

  it('gives the same rows when it is replayed', () => {
    const all = [consulted, notified(), supplied, acknowledged(CROYDON), movedToBarnet, responded(BARNET)];
    const rest = [corrected({ changedOn: '2025-03-02' }), ended];
    const other = notified({}, { stream: 'placement-p2' });
    const facts = recorded(...all, other, ...rest, { ...withdrawn, stream: 'placement-p2' });

    expect(inAnyOrder(rowsAfterTwice(placedElsewhereProjection, facts))).toStrictEqual(
      inAnyOrder(rowsAfter(placedElsewhereProjection, facts)),
    );
  });
});
