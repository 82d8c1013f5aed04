import { categoryOf } from '@ibex/kernel';
import type { RecordedFact, RowChange } from '@ibex/kernel';
import { CROYDON, HACKNEY, aNewFact, someMetadata } from '@ibex/testing';
import { readsProjection } from './reads.projection';

const basis = { text: 'Was told', source: 'reg 13' };
const actor = { authority: CROYDON, person: 'p-1', role: 'mash' };
const fact = (stream: string, type: string, data: object, position = 7): RecordedFact => ({
  ...aNewFact(`f-${String(position)}`, {
    ...{ type, data: { ...data }, recordedAt: '2026-03-02T09:00:00.000Z' },
    metadata: { ...someMetadata, actor, recordRef: 'record-ada' },
  }),
  ...{ stream, category: categoryOf(stream), revision: 0, position },
});
const changesOf = (one: RecordedFact): readonly RowChange[] | Promise<readonly RowChange[]> =>
  readsProjection.project(one, []);

const row = {
  ...{ position: 7, recordRef: 'record-ada', owner: HACKNEY, authority: CROYDON, person: 'p-1' },
  ...{ byAuthority: CROYDON, role: 'mash', what: 'child-chronology', purpose: 'section-47' },
  ...{ basisText: 'Was told', basisSource: 'reg 13', at: '2026-03-02T09:00:00.000Z' },
  ...{ lastAt: '2026-03-02T09:00:00.000Z', lastPosition: 7, listId: null, told: 0 },
};
const look = { owner: HACKNEY, what: 'child-chronology', purpose: 'section-47', basis };

describe('the ledger of reads as rows', () => {
  it('has a look of any kind as a row, and whether its owner was told', () => {
    expect(changesOf(fact('reads-1', 'RecordRead', look))).toEqual([
      { op: 'put', table: 'reads', row: { ...row, told: 1 } },
    ]);
    for (const type of ['RecordReadAgain', 'OwnRecordRead'])
      expect(changesOf(fact('looks-1', type, look))).toEqual([{ op: 'put', table: 'reads', row }]);
  });

  it('has a row for each record of a list, and moves them on when the list was seen again', () => {
    const shown = [
      ['record-ada', HACKNEY, 0],
      ['record-ben', CROYDON, 0],
    ];
    const listed = { what: 'child-chronology', purpose: 'section-47', digest: 'd', bases: [basis], shown };
    expect(changesOf(fact('looks-1', 'RecordsListed', listed))).toEqual([
      { op: 'put', table: 'reads', row: { ...row, listId: 'f-7' } },
      { op: 'put', table: 'reads', row: { ...row, listId: 'f-7', recordRef: 'record-ben', owner: CROYDON } },
    ]);
    expect(changesOf(fact('looks-1', 'RecordsListedAgain', { sameAs: 'f-7', digest: 'd' }, 9))).toEqual([
      {
        ...{ op: 'patch', table: 'reads', where: { listId: 'f-7' } },
        set: { lastAt: '2026-03-02T09:00:00.000Z', lastPosition: 9 },
      },
    ]);
  });

  it('has a restricted record that a search met for its owner, and not for whoever searched', () => {
    const met = fact('met-1', 'RestrictedMet', { owner: HACKNEY, purpose: 'section-47', search: 's-1' });
    const text = { basisText: 'Restricted: nothing was shown', basisSource: 'UK GDPR art 5(1)(f)' };
    expect(changesOf(met)).toEqual([
      {
        ...{ op: 'put', table: 'reads' },
        row: { ...row, ...text, authority: '', what: 'search-met-restricted', told: 1 },
      },
    ]);
    expect(changesOf(fact('met-2', 'NothingMet', { search: 's-1' }))).toEqual([]);
  });

  it('takes nothing else for a look', () => {
    expect(changesOf(fact('reads-1', 'SomethingElse', look))).toEqual([]);
  });
});
