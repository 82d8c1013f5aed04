import { CROYDON, fact, KENT } from './picture.fixture';
import { isCurrent, staysOf } from './stays';

const at = (gss: string) => ({ host: { kind: 'authority', gss } });
const placed = (id: string, startsOn: string, more: object = {}) =>
  fact(`placement-${id}`, 'PlacementNotified', { ...at(CROYDON), startsOn, ...more });

describe('stays in what a reader sees', () => {
  it('follow a child who moves with the carer', () => {
    const stays = staysOf([
      placed('a', '2026-01-01'),
      fact('placement-a', 'PlacementChanged', { ...at(KENT), changedOn: '2026-02-01' }),
      fact('placement-a', 'PlacementEnded', { endedOn: '2026-03-01' }),
    ]);
    expect(stays.map(({ startsOn, endedOn }) => [startsOn, endedOn])).toStrictEqual([
      ['2026-01-01', '2026-02-01'],
      ['2026-02-01', '2026-03-01'],
    ]);
  });

  it('are as corrected', () => {
    const corrected = { ...at(KENT), startsOn: '2026-01-02', changedOn: '2026-02-02', endedOn: '2026-03-02' };
    const stays = staysOf([
      placed('a', '2026-01-01'),
      fact('placement-a', 'PlacementChanged', { ...at(CROYDON), changedOn: '2026-02-01' }),
      fact('placement-a', 'PlacementCorrected', corrected),
    ]);
    expect(stays).toMatchObject([
      { startsOn: '2026-01-02', endedOn: '2026-02-02' },
      { startsOn: '2026-02-02', endedOn: '2026-03-02', host: { gss: KENT } },
    ]);
  });

  it('are not there once recalled', () => {
    expect(staysOf([placed('a', '2026-01-01'), fact('placement-a', 'PlacementWithdrawn', {})])).toStrictEqual(
      [],
    );
  });

  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-02-28', true],
    ['2026-03-01', false],
  ])('on %s are current: %s', (today, expected) => {
    const [stay] = staysOf([
      placed('a', '2026-01-01'),
      fact('placement-a', 'PlacementEnded', { endedOn: '2026-03-01' }),
    ]);
    expect(stay && isCurrent(stay, today)).toBe(expected);
  });

  it('are not called current for whoever is no longer told', () => {
    const told = fact('placement-a', 'PlacementChanged', {}, { toldAs: 'previous-host' });
    const [stay] = staysOf([placed('a', '2026-01-01'), told]);
    expect(stay && isCurrent(stay, '2026-03-31')).toBe(false);
  });
});
