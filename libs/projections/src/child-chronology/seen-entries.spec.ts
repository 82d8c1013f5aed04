import type { RecordSight, Sight } from '@ibex/kernel';
import type { ChronologyEntryRow, ChronologyToldRow } from './child-chronology.schema';
import { seenEntries } from './seen-entries.rule';

const [OWNER, HOST, NEXT_HOST] = ['E09000007', 'E09000008', 'E09000003'];
const ownBasis = { text: 'A child of the authority’s own', source: 'Children Act 1989' };

const entry = (position: number, more: Partial<ChronologyEntryRow> = {}): ChronologyEntryRow => ({
  ...{ factId: `fact-${String(position)}`, recordRef: 'r', owner: OWNER, stream: 'placement-1' },
  ...{ category: 'placement', type: 'Told', source: OWNER, occurredAt: '2025-02-01' },
  ...{ recordedAt: '2025-02-01T09:00:00.000Z', revision: position, position, restricted: 0 },
  ...more,
});
const told = (position: number, authority = HOST, stream = 'placement-1'): ChronologyToldRow => ({
  ...{ authority: authority, recordRef: 'r', stream, position, capacity: 'host', urgency: 'routine' },
  ...{ basis: `told at ${String(position)}`, basisSource: 'reg 13' },
});
const sightAs = (sight: Sight): RecordSight => ({
  ...{ sight, owner: OWNER, groups: [] },
  relations: sight === 'none' ? [] : [{ kind: sight, from: '2025-02-01T09:00:00.000Z', basis: ownBasis }],
});
const seen = (
  [sight, authority]: readonly [Sight, string],
  rows: readonly ChronologyEntryRow[],
  of: readonly ChronologyToldRow[],
) => {
  const { shown, isWithheld } = seenEntries(rows, of, { authority, sight: sightAs(sight) });
  return { shown: shown.map(({ row, basis }) => [row.position, basis.text]), isWithheld };
};

const rows = [0, 1, 2, 3, 4].map((position) => entry(position));

describe('what a reader sees of a record', () => {
  it('is all of it for its owner, restricted or not, with everybody who was told', () => {
    const restricted = [...rows, entry(5, { restricted: 1 })];
    const { shown, isWithheld } = seenEntries(restricted, [told(1), told(1, NEXT_HOST)], {
      ...{ authority: OWNER, sight: sightAs('owner') },
    });
    expect(shown.map(({ row }) => row.position)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(shown[1]?.told.map(({ authority }) => authority)).toEqual([HOST, NEXT_HOST]);
    expect(shown[0]?.basis).toEqual(ownBasis);
    expect(isWithheld).toBe(false);
  });

  it('is for an addressee what led up to the first fact that it was told of, what it was told and did itself', () => {
    const all = [...rows, entry(5, { source: HOST })];
    expect(seen(['addressee', HOST], all, [told(1), told(3), told(4, NEXT_HOST)])).toEqual({
      shown: [
        [0, 'told at 1'],
        [1, 'told at 1'],
        [3, 'told at 3'],
        [5, 'Told by the authority that asks'],
      ],
      isWithheld: false,
    });
  });

  it('names to an addressee nobody else that was told', () => {
    const { shown } = seenEntries(rows, [told(1), told(1, NEXT_HOST)], {
      ...{ authority: HOST, sight: sightAs('addressee') },
    });
    expect(shown.flatMap((each) => each.told.map(({ authority }) => authority))).toEqual([HOST]);
  });

  it('is for an addressee nothing of a notice that it was not told of, not even that it is withheld', () => {
    const elsewhere = entry(6, { stream: 'placement-2', restricted: 1 });
    expect(seen(['addressee', HOST], [elsewhere], [told(1)])).toEqual({ shown: [], isWithheld: false });
  });

  it('is for an addressee, of what became restricted, only that there is something', () => {
    const restricted = [entry(0), entry(1, { restricted: 1 }), entry(2, { restricted: 1 })];
    expect(seen(['addressee', HOST], restricted, [told(0)])).toEqual({
      ...{ shown: [[0, 'told at 0']], isWithheld: true },
    });
    // told of a child missing from a restricted placement, it is told
    expect(seen(['addressee', HOST], restricted, [told(1)])).toEqual({
      ...{
        shown: [
          [0, 'told at 1'],
          [1, 'told at 1'],
        ],
        isWithheld: true,
      },
    });
  });

  it('is with the glass broken what the owner sees, less what is restricted', () => {
    expect(seen(['grant', HOST], [entry(0), entry(1, { restricted: 1 })], [])).toEqual({
      ...{ shown: [[0, ownBasis.text]], isWithheld: true },
    });
  });

  it('is nothing without sight', () => {
    expect(seen(['none', HOST], rows, [told(1)])).toEqual({ shown: [], isWithheld: false });
  });
});
