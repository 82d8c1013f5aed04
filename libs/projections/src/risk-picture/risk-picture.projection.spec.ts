import type { Row } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { BARNET, CAMDEN, CROYDON, ended, movedToBarnet, notified } from '../shared/placement.fixture';
import { inAnyOrder, recorded, rowsAfter, rowsAfterTwice } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { riskPictureProjection } from './risk-picture.projection';

const projection = riskPictureProjection(definitions);
const LAMBETH = 'E09000022';
const missing = (type: string, data: object, more: Partial<Told> = {}): Told => ({
  stream: 'missing-m1',
  type,
  by: CAMDEN,
  data: { by: CAMDEN, occurredAt: '2025-03-02', ...data },
  ...more,
});
const reported = missing('MissingReported', {
  ...{ kind: 'M', from: 'care', responsible: CAMDEN, alreadyOver: false },
  host: { kind: 'authority', gss: CROYDON },
  lastSeen: { on: '2025-03-02' },
  areasAtRisk: [BARNET],
});
const concern = (type: string, data: object): Told => ({
  ...missing(type, data),
  stream: 'exploitation-e1',
});
const raised = concern('ExploitationConcernRaised', {
  ...{ responsible: CAMDEN, host: { kind: 'authority', gss: CROYDON }, raisedOn: '2025-03-01' },
  ...{ flags: ['gangs'], areas: [{ gss: BARNET, place: 'other' }] },
});
const areasOf = (...told: readonly Told[]): readonly string[] =>
  (rowsAfter(projection, recorded(...told))['riskAreas'] ?? []).map(
    ({ area, what, onDay }: Row) => `${String(area)} ${String(what)} ${String(onDay)}`,
  );

describe('the rows behind the picture', () => {
  it('hold one row a fact with what it says openly, and whom it was told as what', () => {
    const rows = rowsAfter(projection, recorded({ ...reported, sealed: 'ciphertext' }));
    expect(rows['riskFacts']).toStrictEqual([
      {
        ...{ position: 0, factId: 'fact-0', recordRef: 'record-ref-1', owner: CAMDEN },
        ...{ stream: 'missing-m1', category: 'missing', type: 'MissingReported', source: CAMDEN },
        ...{ occurredAt: '2025-03-02', recordedAt: '2025-03-03T09:00:00.000Z', revision: 0, restricted: 0 },
        data: JSON.stringify(reported.data),
      },
    ]);
    expect(rows['riskTold']?.map(({ authority, capacity }) => [authority, capacity])).toStrictEqual([
      [CROYDON, 'host'],
      [BARNET, 'area-at-risk'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('ciphertext');
  });

  it('name the areas where a child may head for, was seen, was found, may be exploited or was placed', () => {
    const seen = missing('MissingSighted', { when: { on: '2025-03-03' }, area: LAMBETH });
    expect(areasOf(reported, seen)).toStrictEqual([
      `${BARNET} missing 2025-03-02`,
      `${LAMBETH} missing 2025-03-03`,
    ]);
    expect(areasOf(raised)).toStrictEqual([`${BARNET} exploitation 2025-03-01`]);
    expect(areasOf(notified(), movedToBarnet, ended)).toStrictEqual([
      `${CROYDON} placed 2025-02-01`,
      `${BARNET} placed ${String(movedToBarnet.data['changedOn'])}`,
    ]);
  });

  it('name none of a notice that is recalled, or restricted from then on', () => {
    expect(areasOf(reported, missing('MissingWithdrawn', { because: 'duplicate' }))).toStrictEqual([]);
    const hidden = missing('MissingCorrected', {
      fields: ['host'],
      host: { kind: 'withheld' },
      restricted: true,
    });
    expect(areasOf(reported, hidden)).toStrictEqual([]);
  });

  it('name the areas as corrected', () => {
    const corrected = concern('ExploitationCorrected', { fields: ['areas'], areas: [{ gss: LAMBETH }] });
    expect(areasOf(raised, corrected).map((row) => row.slice(0, 9))).toStrictEqual([LAMBETH]);
  });

  it('hold which entries were taken on, and when a record or a link changed', () => {
    const rows = rowsAfter(
      projection,
      recorded(
        { stream: 'delivery-entry-1', type: 'NoticeAcknowledged', data: {} },
        { stream: 'delivery-entry-2', type: 'NoticeOpened', data: {} },
        { stream: 'record-r', type: 'RecordIntroduced', data: {} },
        { stream: 'link-l', type: 'RecordsLinked', data: {} },
      ),
    );
    expect(rows['riskTaken']).toStrictEqual([{ entryId: 'entry-1', at: '2025-03-03T09:00:00.000Z' }]);
    expect(rows['riskTurns']?.map(({ about }) => about)).toStrictEqual(['record-ref-1', 'link']);
  });

  it('are the same after a replay', () => {
    const facts = recorded(reported, raised, notified(), movedToBarnet, ended, {
      stream: 'delivery-entry-1',
      type: 'ActionRecorded',
      data: {},
    });
    expect(inAnyOrder(rowsAfterTwice(projection, facts))).toStrictEqual(
      inAnyOrder(rowsAfter(projection, facts)),
    );
  });
});
