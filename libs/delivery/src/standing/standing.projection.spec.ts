import type { NewFact, RecordedFact } from '@ibex/kernel';
import { CROYDON, HACKNEY, aNewFact, someMetadata } from '@ibex/testing';
import { standingProjection } from './standing.projection';

const actor = { authority: CROYDON, person: 'p-night', role: 'duty-desk' } as const;
const fact = (type: string, data: NewFact['data'], revision: number): RecordedFact => ({
  ...aNewFact(`f-${revision}`, { type, data, metadata: { ...someMetadata, actor } }),
  recordedAt: `2026-03-02T0${revision}:00:00.000Z`,
  ...{ stream: 'delivery-e-1', category: 'delivery', revision, position: revision },
});
const by = { by: CROYDON, person: 'p-night', role: 'duty-desk' };
const delivered = fact('NoticeDelivered', { authority: CROYDON, sequence: 7 }, 0);
const course = [
  delivered,
  fact('NoticeOpened', by, 1),
  fact('QueryAsked', { ...by, sender: HACKNEY, queryId: 'q-1' }, 2),
  fact('QueryAnswered', { by: HACKNEY, queryId: 'q-1' }, 3),
  fact('NoticeAcknowledged', by, 4),
  fact('ActionRecorded', { ...by, action: 'visited' }, 5),
  fact('ActionRecorded', { ...by, action: 'no-further-action', reason: 'already-known' }, 6),
];
const rowsAfter = (facts: readonly RecordedFact[]): readonly unknown[] =>
  facts.map((each, at) => standingProjection.project(each, facts.slice(0, at))).at(-1) ?? [];

const who = { person: 'p-night', role: 'duty-desk' };
const row = {
  ...{ entryId: 'e-1', authority: CROYDON, sequence: 7 },
  ...{ openedAt: '2026-03-02T01:00:00.000Z', openedBy: 'p-night', openedRole: 'duty-desk' },
  ...{ acknowledgedAt: '2026-03-02T04:00:00.000Z', acknowledgedBy: 'p-night', acknowledgedRole: 'duty-desk' },
  actions: JSON.stringify([
    { action: 'visited', at: '2026-03-02T05:00:00.000Z', ...who },
    { action: 'no-further-action', reason: 'already-known', at: '2026-03-02T06:00:00.000Z', ...who },
  ]),
  ...{ asked: 1, answered: 1 },
};

describe('where an authority stands with an entry', () => {
  it('has no row for what was only delivered', () => {
    expect(rowsAfter([delivered])).toEqual([]);
  });

  it('says who opened it, took it on, acted and asked, and when', () => {
    expect(rowsAfter(course)).toEqual([{ op: 'put', table: 'standing', row }]);
  });

  it('is the same after another replay', () => {
    expect(rowsAfter(course)).toEqual(rowsAfter(course));
  });

  it('takes whoever acts for somebody who has taken it on', () => {
    const acted = rowsAfter([delivered, fact('ActionRecorded', { ...by, action: 'allocated' }, 1)]);
    expect(acted).toMatchObject([
      { row: { openedAt: null, acknowledgedAt: '2026-03-02T01:00:00.000Z', acknowledgedBy: 'p-night' } },
    ]);
  });

  it('is not changed by silence or by what it does not know', () => {
    expect(standingProjection.project(fact('RecipientSilent', {}, 1), [delivered])).toEqual([]);
    expect(standingProjection.project(fact('NoticeForgotten', {}, 1), [delivered])).toEqual([]);
  });
});
