import { entryIdOf } from '@ibex/runtime';
import { visitDefinition } from '../shared/invented-type.fixture';
import { inAnyOrder, recorded, rowsAfter, rowsAfterTwice } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { chronologyProjection } from './child-chronology.projection';

const projection = chronologyProjection([visitDefinition]);
const asked = {
  stream: 'visit-v1',
  type: 'VisitAsked',
  data: { occurredAt: '2025-03-01T10:00:00.000Z' },
  sealed: 'c2VhbGVk',
};
const made = { stream: 'visit-v1', type: 'VisitMade', data: { inPerson: true }, by: 'E09000003' };
const cancelled = { stream: 'visit-v1', type: 'VisitCancelled', data: {} };

const told = (position: number) => ({
  authority: 'E09000007',
  recordRef: 'record-ref-1',
  stream: 'visit-v1',
  position,
  capacity: 'host',
  urgency: 'routine',
  basis: 'so that it can be expected',
  basisSource: 'invented reg 1',
});

describe('chronology of a child', () => {
  it('keeps each fact with its two times, its source, its owner and who was told', () => {
    const { chronologyEntries, chronologyTold } = rowsAfter(projection, recorded(asked, made));
    expect({ chronologyEntries, chronologyTold }).toStrictEqual({
      chronologyEntries: [
        {
          factId: 'fact-0',
          recordRef: 'record-ref-1',
          owner: 'E09000008',
          stream: 'visit-v1',
          category: 'visit',
          type: 'VisitAsked',
          source: 'E09000008',
          occurredAt: '2025-03-01T10:00:00.000Z',
          recordedAt: '2025-03-03T09:00:00.000Z',
          revision: 0,
          position: 0,
          restricted: 0,
        },
        {
          factId: 'fact-1',
          recordRef: 'record-ref-1',
          owner: 'E09000008',
          stream: 'visit-v1',
          category: 'visit',
          type: 'VisitMade',
          source: 'E09000003',
          occurredAt: '2025-03-03T09:01:00.000Z',
          recordedAt: '2025-03-03T09:01:00.000Z',
          revision: 1,
          position: 1,
          restricted: 0,
        },
      ],
      chronologyTold: [told(0), told(1)],
    });
  });

  it('keeps a fact of which nobody is told', () => {
    const rows = rowsAfter(projection, recorded(asked, cancelled));

    expect(rows['chronologyEntries']).toHaveLength(2);
    expect(rows['chronologyTold']).toStrictEqual([told(0)]);
  });

  describe('of what came of a notice', () => {
    const [CROYDON, factId] = ['E09000008', 'fact-0'];
    const ladder = (type: string, data: object = {}, stream = `delivery-${entryIdOf(factId, CROYDON)}`) => ({
      ...{ stream, type, data: { ...data }, by: CROYDON },
    });
    const about = { authority: CROYDON, factId, notice: 'visit-v1', deliveredAt: '2025-03-03T08:59:00.000Z' };
    const delivered = ladder('NoticeDelivered', { ...about, channel: 'pull-feed' });
    const acted = ladder('ActionRecorded', { action: 'no-further-action', reason: 'already-known' });
    const stepsAfter = (...facts: readonly Told[]) =>
      rowsAfter(projection, recorded(...facts))['chronologySteps'];

    it('keeps each step with whose entry it was and what it told', () => {
      const common = {
        ...{ recordRef: 'record-ref-1', stream: 'visit-v1', factId, authority: CROYDON, by: CROYDON },
        entryId: entryIdOf(factId, CROYDON),
      };
      expect(stepsAfter(asked, delivered, ladder('NoticeOpened'), acted)).toEqual([
        {
          ...{ ...common, position: 1, type: 'NoticeDelivered', detail: 'pull-feed' },
          ...{ occurredAt: '2025-03-03T08:59:00.000Z', recordedAt: '2025-03-03T09:01:00.000Z' },
        },
        {
          ...{ ...common, position: 2, type: 'NoticeOpened', detail: null },
          ...{ occurredAt: '2025-03-03T09:02:00.000Z', recordedAt: '2025-03-03T09:02:00.000Z' },
        },
        {
          ...{ ...common, position: 3, type: 'ActionRecorded', detail: 'no-further-action: already-known' },
          ...{ occurredAt: '2025-03-03T09:03:00.000Z', recordedAt: '2025-03-03T09:03:00.000Z' },
        },
      ]);
    });

    it('leaves out entries that are about the ladder itself, about no notice, or of another kind', () => {
      const ofLadder = ladder('NoticeDelivered', about, `delivery-${entryIdOf('another', CROYDON)}`);
      const ofFeed = ladder('NoticeDelivered', { ...about, notice: 'feed-E09000008-placement' });
      const aside = ladder('DeliverySetAside', about);
      for (const fact of [ofLadder, ofFeed, aside]) expect(stepsAfter(asked, fact)).toEqual([]);
    });

    it('keeps where a clock moved to and that it ran out, and when a link or an identity changed', () => {
      const clock = { stream: 'clock-c1', data: { dueAt: '2025-03-10T00:00:00.000Z' } };
      const newDueAt = '2025-03-12T00:00:00.000Z';
      const rows = rowsAfter(
        projection,
        recorded(
          { ...clock, type: 'ClockPaused' },
          { ...clock, type: 'ClockResumed', data: { ...clock.data, newDueAt } },
          { ...clock, type: 'DutyLate' },
          { stream: 'link-l1', type: 'LinkMade', data: {} },
          { stream: 'record-r1', type: 'RecordIntroduced', data: {} },
        ),
      );
      const moved = { clock: 'c1', dueAt: '2025-03-10T00:00:00.000Z' };
      expect(rows['chronologyClockMoves']).toEqual([
        { ...moved, position: 1, newDueAt, recordedAt: '2025-03-03T09:01:00.000Z' },
        { ...moved, position: 2, newDueAt: null, recordedAt: '2025-03-03T09:02:00.000Z' },
      ]);
      expect(rows['chronologyTurns']).toEqual([
        { position: 3, about: 'link', recordedAt: '2025-03-03T09:03:00.000Z' },
        { position: 4, about: 'record-ref-1', recordedAt: '2025-03-03T09:04:00.000Z' },
      ]);
    });
  });

  it('leaves out what supporting parts record of their own work', () => {
    const tells = { internal: 'how far an entry got' };
    const internal = { version: 1, tells, title: 'Delivered', personal: [] };
    const delivery = { ...visitDefinition, category: 'delivery', facts: { NoticeDelivered: internal } };
    const delivered = { stream: 'delivery-d1', type: 'NoticeDelivered', data: {} };
    const rows = rowsAfter(chronologyProjection([visitDefinition, delivery]), recorded(delivered, asked));

    expect(rows['chronologyEntries']?.map(({ type }) => type)).toStrictEqual(['VisitAsked']);
  });

  it('tells nobody of its own deed', () => {
    const rows = rowsAfter(projection, recorded({ ...made, by: 'E09000007' }));

    expect(rows['chronologyTold']).toStrictEqual([]);
  });

  it.each([
    ['it says so itself', { restricted: true }],
    ['its host is withheld', { host: { kind: 'withheld' } }],
  ])('marks a fact as restricted when %s, and those after it in the stream', (_, data) => {
    const facts = recorded(asked, { ...asked, data }, cancelled, { ...cancelled, stream: 'visit-v2' });

    expect(
      rowsAfter(projection, facts)['chronologyEntries']?.map(({ restricted }) => restricted),
    ).toStrictEqual([0, 1, 1, 0]);
  });

  it('marks a fact as open again once a later fact lifts the restriction', () => {
    const facts = recorded(
      { ...asked, data: { restricted: true } },
      { ...asked, data: { restricted: false } },
    );

    expect(
      rowsAfter(projection, facts)['chronologyEntries']?.map(({ restricted }) => restricted),
    ).toStrictEqual([1, 0]);
  });

  it('gives the same rows when it is replayed', () => {
    const facts = recorded(asked, made, cancelled, { ...asked, stream: 'visit-v2', recordRef: 'other' });

    expect(inAnyOrder(rowsAfterTwice(projection, facts))).toStrictEqual(
      inAnyOrder(rowsAfter(projection, facts)),
    );
  });
});
