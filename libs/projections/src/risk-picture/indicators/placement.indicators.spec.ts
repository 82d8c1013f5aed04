import { BRENT, countOf, CROYDON, fact, KENT, picture, record, textsOf } from '../picture.fixture';
import { outOfArea } from './out-of-area.indicator';
import { placementInstability, yearBefore } from './placement-instability.indicator';

const at = (gss: string) => ({ host: { kind: 'authority', gss } });
const placed = (id: string, startsOn: string, more: object = {}, extra: object = {}) =>
  fact(`placement-${id}`, 'PlacementNotified', { ...at(CROYDON), startsOn, ...more }, extra);
const changesOf = (...facts: Parameters<typeof picture>[0]) =>
  countOf(placementInstability, picture(facts), 'changes of placement') ?? 0;
const first = placed('first', '2024-01-01');

describe('moves in twelve months', () => {
  it.each([
    ['2025-03-31', 0],
    ['2025-04-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
  ])('count a placement that began on %s: %i', (on, expected) => {
    expect(changesOf(first, placed('a', on))).toBe(expected);
  });

  it('do not count the first placement that is known', () => {
    expect(changesOf(placed('a', '2026-01-01'))).toBe(0);
  });

  it.each(['S', 'L'])('do not count what SSDA903 calls no move: %s', (reasonForNewEpisode) => {
    expect(changesOf(first, placed('a', '2026-01-01', { reasonForNewEpisode }))).toBe(0);
  });

  it('count a move with the carer, and once what two records tell of the same day', () => {
    const moved = fact('placement-first', 'PlacementChanged', { ...at(KENT), changedOn: '2026-01-01' });
    const same = placed('b', '2026-01-01', {}, { recordRef: 'record-2', owner: BRENT, source: BRENT });
    expect(changesOf(first, moved, same)).toBe(1);
  });

  it('show moves from area to area beside them, unless they were recalled or nobody arrived', () => {
    const told = (id: string) => fact(`move-${id}`, 'MoveNotified', { movedOn: '2026-02-01' });
    const all = picture([
      told('a'),
      told('b'),
      fact('move-b', 'MoveWithdrawn', {}),
      told('c'),
      fact('move-c', 'MoveNotArrived', {}),
    ]);
    expect(countOf(placementInstability, all, 'notified moves from one area to another')).toBe(1);
    expect(countOf(placementInstability, all, 'changes of placement')).toBe(0);
  });

  it('look back to the same day of the year before', () => {
    expect(['2026-03-31', '2028-02-29', '2025-02-28'].map(yearBefore)).toStrictEqual([
      '2025-03-31',
      '2027-02-28',
      '2024-02-28',
    ]);
  });
});

describe('placed out of area', () => {
  it('is told by authorities, without a distance', () => {
    const { state, values } = outOfArea.of(picture([placed('a', '2026-01-01')]));
    expect(state).toBe('found');
    expect(values).toStrictEqual([
      { label: 'placed by Hackney', on: '2026-01-01', text: 'Croydon, elsewhere in London' },
    ]);
  });

  it('names no host of a restricted placement', () => {
    const hidden = placed('a', '2026-01-01', { host: { kind: 'withheld' } });
    expect(textsOf(outOfArea.of(picture([hidden])))).toStrictEqual(['kept restricted by its owner']);
  });

  it('is none where no placement is current, and not known to whoever is no longer told', () => {
    const over = fact('placement-a', 'PlacementEnded', { endedOn: '2026-03-31' });
    expect(outOfArea.of(picture([placed('a', '2026-01-01'), over])).state).toBe('none');
    const left = fact('placement-a', 'PlacementChanged', {}, { toldAs: 'previous-host' });
    const seen = picture([placed('a', '2026-01-01'), left], { records: [record({ sight: 'addressee' })] });
    expect(outOfArea.of(seen)).toMatchObject({ state: 'not-known', values: [] });
  });
});
