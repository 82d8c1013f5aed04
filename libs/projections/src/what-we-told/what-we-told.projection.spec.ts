import { definitions } from '@ibex/notifications';
import { entryIdOf } from '@ibex/runtime';
import {
  BARNET,
  CAMDEN,
  CROYDON,
  acknowledged,
  corrected,
  ended,
  movedToBarnet,
  notified,
  withdrawn,
} from '../shared/placement.fixture';
import { found, missingFact, reported } from '../shared/missing.fixture';
import { visitDefinition } from '../shared/invented-type.fixture';
import { inAnyOrder, recorded, rowsAfter, rowsAfterTwice } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { whatWeToldProjection } from './what-we-told.projection';

const projection = whatWeToldProjection(definitions);
const after = (...told: readonly Told[]) => rowsAfter(projection, recorded(...told));
const statesAfter = (...told: readonly Told[]): readonly unknown[] =>
  after(...told)['toldFacts']?.map(({ kind, authority, state }) => [kind, authority, state]) ?? [];

const FIRST = 'fact-0';
const entry = entryIdOf(FIRST, CROYDON);
const step = (type: string, data: Told['data'], stream = `delivery-${entry}`): Told => ({
  ...{ stream, type, by: CROYDON },
  data,
});
const delivered = step('NoticeDelivered', {
  ...{ authority: CROYDON, sequence: 1, factId: FIRST, notice: 'placement-p1' },
  ...{ channel: 'pull-feed', deliveredAt: '2025-03-03T09:00:30.000Z' },
});
const task = (type: string, data: Told['data'] = {}): Told => ({ stream: 'task-1', type, data });
const opened = task('TaskOpened', { owner: CAMDEN, recipient: CROYDON, factId: FIRST });

describe('what an authority told', () => {
  it('has one row for each fact that goes out, with who told it and on whose record', () => {
    expect(after(notified())).toStrictEqual({
      toldFacts: [
        {
          ...{ position: 0, factId: FIRST, begins: 0, stream: 'placement-p1' },
          ...{ notification: 'placement', kind: 'PlacementNotified' },
          ...{ authority: CAMDEN, role: 'placing-practitioner', owner: CAMDEN },
          ...{ recordRef: 'record-ref-1', occurredAt: '2025-02-01' },
          ...{ recordedAt: '2025-03-03T09:00:00.000Z', state: 'open' },
        },
      ],
      toldSteps: [],
      toldTasks: [],
    });
  });

  it('keeps what a host answers apart from what the owner told', () => {
    expect(after(notified(), acknowledged(CROYDON))['toldFacts']).toMatchObject([
      { authority: CAMDEN, owner: CAMDEN },
      { authority: CROYDON, owner: CAMDEN, kind: 'PlacementAcknowledged' },
    ]);
  });

  it('marks what was corrected, of whoever corrects it alone', () => {
    expect(statesAfter(notified(), acknowledged(CROYDON), corrected({ startsOn: '2025-02-02' }))).toEqual([
      ['PlacementNotified', CAMDEN, 'corrected'],
      ['PlacementAcknowledged', CROYDON, 'open'],
      ['PlacementCorrected', CAMDEN, 'open'],
    ]);
  });

  it('leaves nothing of a notice standing that was recalled', () => {
    expect(statesAfter(notified(), acknowledged(CROYDON), corrected({}), withdrawn)).toEqual([
      ['PlacementNotified', CAMDEN, 'recalled'],
      ['PlacementAcknowledged', CROYDON, 'recalled'],
      ['PlacementCorrected', CAMDEN, 'recalled'],
      ['PlacementWithdrawn', CAMDEN, 'over'],
    ]);
  });

  it('says that what it was about is over, until that itself is put right', () => {
    const other = notified({}, { stream: 'placement-p2' });
    expect(statesAfter(notified(), other, ended)).toEqual([
      ['PlacementNotified', CAMDEN, 'over'],
      ['PlacementNotified', CAMDEN, 'open'],
      ['PlacementEnded', CAMDEN, 'over'],
    ]);
    expect(statesAfter(notified(), movedToBarnet, ended, acknowledged(BARNET))).toEqual([
      ['PlacementNotified', CAMDEN, 'over'],
      ['PlacementChanged', CAMDEN, 'over'],
      ['PlacementEnded', CAMDEN, 'over'],
      ['PlacementAcknowledged', BARNET, 'over'],
    ]);
    expect(statesAfter(reported(), found)).toEqual([
      ['MissingReported', CAMDEN, 'over'],
      ['MissingFound', CAMDEN, 'over'],
    ]);
  });

  it('says so of a type that it never heard of', () => {
    const visits = rowsAfter(
      whatWeToldProjection([visitDefinition]),
      recorded({ stream: 'visit-1', type: 'VisitAsked', data: {} }),
    );
    expect(visits['toldFacts']).toMatchObject([{ notification: 'visit', authority: CROYDON, state: 'open' }]);
  });

  it('leaves out what the service told in its name, and what is about no record', () => {
    const [fact] = recorded(notified());
    if (!fact) throw new Error('a fact was recorded');
    const { actor } = fact.metadata;
    const unfiled = { commandId: 'c', commandDigest: 'd', correlationId: 'c', schemaVersion: 1, actor };
    const bySystem = { ...fact.metadata, actor: { ...actor, role: 'system' } };
    expect(projection.project({ ...fact, metadata: bySystem }, [])).toEqual([]);
    expect(projection.project({ ...fact, metadata: unfiled }, [])).toEqual([]);
  });
});

describe('how far it has come', () => {
  it('is when it was delivered, opened and taken on', () => {
    const by = { by: CROYDON, person: 'p-9', role: 'duty-desk' };
    const rows = after(notified(), delivered, step('NoticeOpened', by), step('NoticeAcknowledged', by));
    expect(rows['toldSteps']).toStrictEqual([
      {
        ...{ factId: FIRST, authority: CROYDON, deliveredAt: '2025-03-03T09:00:30.000Z' },
        ...{ openedAt: '2025-03-03T09:02:00.000Z', acknowledgedAt: '2025-03-03T09:03:00.000Z' },
      },
    ]);
  });

  it('takes whoever acts for somebody who has taken it on', () => {
    const acted = step('ActionRecorded', { by: CROYDON, action: 'visited' });
    expect(after(notified(), delivered, acted)['toldSteps']).toMatchObject([
      { acknowledgedAt: '2025-03-03T09:02:00.000Z', openedAt: null },
    ]);
  });

  it('knows nothing of entries that ask or remind, nor of a channel that would not take it', () => {
    const reminder = step('NoticeDelivered', delivered.data, 'delivery-of-a-question');
    const aside = step('DeliverySetAside', { authority: CROYDON, factId: FIRST, channel: 'bus' });
    expect(after(notified(), reminder, aside)['toldSteps']).toEqual([]);
  });

  it('names whom the sender tells by other means, and whether it has', () => {
    const row = { factId: FIRST, recipient: CROYDON, owner: CAMDEN };
    expect(after(notified(), opened)['toldTasks']).toStrictEqual([{ ...row, state: 'open' }]);
    expect(after(notified(), opened, task('TaskDone'))['toldTasks']).toStrictEqual([
      { ...row, state: 'done' },
    ]);
    expect(after(notified(), opened, task('TaskOvertaken'))['toldTasks']).toStrictEqual([
      { ...row, state: 'joined' },
    ]);
    expect(
      after(notified(), opened, task('TaskDone'), task('TaskProofCorrected'))['toldTasks'],
    ).toStrictEqual([{ ...row, state: 'done' }]);
  });
});

it('is the same after another replay', () => {
  const facts = recorded(
    ...[notified(), delivered, acknowledged(CROYDON), corrected({}), opened, task('TaskDone'), ended],
    ...[reported(), missingFact('MissingAcknowledged', { response: 'received' }, { by: CROYDON }), found],
    ...[notified({}, { stream: 'placement-p2' }), { ...withdrawn, stream: 'placement-p2' }],
  );
  expect(inAnyOrder(rowsAfterTwice(projection, facts))).toEqual(inAnyOrder(rowsAfter(projection, facts)));
});
