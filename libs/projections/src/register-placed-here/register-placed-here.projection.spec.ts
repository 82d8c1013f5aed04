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
import { placedHereProjection } from './register-placed-here.projection';

const register = (...told: readonly Told[]) =>
  rowsAfter(placedHereProjection, recorded(...told))['placedHere'];

const inCroydon = {
  begins: 0,
  stay: 1,
  id: 'placement-p1/1',
  stream: 'placement-p1',
  recordRef: 'record-ref-1',
  host: CROYDON,
  placing: CAMDEN,
  startsOn: '2025-02-01',
  endedOn: null,
  toldAt: '2025-03-03T09:00:00.000Z',
  acknowledgedAt: null,
  respondedAt: null,
  placementType: 'U4',
  provider: 'PR4',
  providerUrn: 'SC123456',
  legalStatus: 'C2',
  expectedEndOn: null,
  notice: 'planned',
  carePlan: 'supplied',
  assessment: 'pending',
};
const bare = { provider: null, providerUrn: null, legalStatus: null };

describe('register of children placed here by others', () => {
  it('holds a placement that was notified, for its host', () => {
    expect(register(notified())).toStrictEqual([inCroydon]);
  });

  it('holds nothing of a placement about which the host was only consulted', () => {
    expect(register(consulted)).toStrictEqual([]);
  });

  it('holds a placement once it is notified after the consultation', () => {
    expect(register(consulted, notified())).toStrictEqual([
      { ...inCroydon, toldAt: '2025-03-03T09:01:00.000Z' },
    ]);
  });

  it.each([
    ['unknown', { host: { kind: 'unknown' } }],
    ['withheld', { host: { kind: 'withheld' }, restricted: true }],
    ['outside England', { host: { kind: 'outside-england', code: 'WAL' } }],
    ['known but the placement is restricted', { restricted: true }],
  ] as const)('holds nothing where the host is %s', (_, data) => {
    expect(register(notified(data))).toStrictEqual([]);
  });

  it('shows that what was pending was supplied', () => {
    expect(register(notified(), supplied)).toStrictEqual([{ ...inCroydon, assessment: 'supplied' }]);
  });

  it('has one stay for each host when the carer moves across a boundary', () => {
    const nowPending = { notice: 'emergency', carePlan: 'pending', assessment: 'pending' };

    expect(register(notified(), movedToBarnet)).toStrictEqual([
      { ...inCroydon, ...nowPending, endedOn: '2025-03-01' },
      {
        ...inCroydon,
        ...nowPending,
        stay: 2,
        id: 'placement-p1/2',
        host: BARNET,
        startsOn: '2025-03-01',
        toldAt: '2025-03-03T09:01:00.000Z',
      },
    ]);
  });

  it('leaves the earlier host its closed stay when the new place is restricted', () => {
    const restricted = { ...movedToBarnet.data, host: { kind: 'withheld' }, restricted: true };
    const rows = register(notified(), { ...movedToBarnet, data: restricted });

    expect(rows?.map(({ host, endedOn }) => [host, endedOn])).toStrictEqual([[CROYDON, '2025-03-01']]);
  });

  it('moves to the right host when the host is corrected, who has yet to acknowledge', () => {
    const toBarnet = corrected({ host: { kind: 'authority', gss: BARNET }, corrected: ['host'] });

    expect(register(notified(), acknowledged(CROYDON), toBarnet)).toStrictEqual([
      { ...inCroydon, ...bare, host: BARNET, toldAt: '2025-03-03T09:02:00.000Z' },
    ]);
  });

  it('takes corrected dates, and keeps the acknowledgement of a host that stays', () => {
    const rows = register(
      notified(),
      acknowledged(CROYDON),
      corrected({ startsOn: '2025-01-15', endedOn: '2025-02-20' }),
    );

    expect(rows).toStrictEqual([
      {
        ...inCroydon,
        ...bare,
        startsOn: '2025-01-15',
        endedOn: '2025-02-20',
        acknowledgedAt: '2025-03-03T09:01:00.000Z',
      },
    ]);
  });

  it('takes the corrected date of a carer’s move for both stays', () => {
    const moved = corrected({ host: { kind: 'authority', gss: BARNET }, changedOn: '2025-03-02' });
    const rows = register(notified(), movedToBarnet, moved);

    expect(rows?.map(({ host, startsOn, endedOn }) => [host, startsOn, endedOn])).toStrictEqual([
      [CROYDON, '2025-02-01', '2025-03-02'],
      [BARNET, '2025-03-02', null],
    ]);
  });

  it('takes a placement off the register when it is corrected to be restricted', () => {
    expect(register(notified(), corrected({ restricted: true, host: { kind: 'withheld' } }))).toStrictEqual(
      [],
    );
  });

  it('closes the stay when the placement ends, and opens it again when the end was wrong', () => {
    expect(register(notified(), ended)).toStrictEqual([{ ...inCroydon, endedOn: '2025-03-31' }]);
    expect(register(notified(), ended, corrected({}))).toStrictEqual([{ ...inCroydon, ...bare }]);
  });

  it('forgets a placement that was posted in error', () => {
    expect(register(notified(), movedToBarnet, withdrawn)).toStrictEqual([]);
  });

  it('shows that the host acknowledged and that it responded', () => {
    expect(register(notified(), acknowledged(CROYDON), responded(CROYDON))).toStrictEqual([
      {
        ...inCroydon,
        acknowledgedAt: '2025-03-03T09:01:00.000Z',
        respondedAt: '2025-03-03T09:02:00.000Z',
      },
    ]);
  });

  it('counts an answer for the stay with the authority that gave it', () => {
    const rows = register(notified(), movedToBarnet, acknowledged(CROYDON));

    expect(rows?.map(({ host, acknowledgedAt }) => [host, acknowledgedAt])).toStrictEqual([
      [CROYDON, '2025-03-03T09:02:00.000Z'],
      [BARNET, null],
    ]);
  });

  it('gives the same rows when it is replayed', () => {
    const all = [consulted, notified(), supplied, acknowledged(CROYDON), movedToBarnet, responded(BARNET)];
    const rest = [corrected({ changedOn: '2025-03-02' }), ended];
    const other = notified({}, { stream: 'placement-p2' });
    const facts = recorded(...all, other, ...rest, { ...withdrawn, stream: 'placement-p2' });

    expect(inAnyOrder(rowsAfterTwice(placedHereProjection, facts))).toStrictEqual(
      inAnyOrder(rowsAfter(placedHereProjection, facts)),
    );
  });
});
