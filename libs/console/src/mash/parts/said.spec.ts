import { nameOf } from './history.fixture';
import { saidIn } from './said';

describe('what a notice says, in words', () => {
  it.each([
    [{ host: { kind: 'authority', gss: 'E09000008' } }, 'where: Croydon'],
    [{ host: { kind: 'withheld' } }, 'where: kept from everyone'],
    [{ host: { kind: 'outside-england', code: 'SCO' } }, 'where: outside England (SCO)'],
    [{ lastSeen: { at: '2026-03-10T20:30:00.000Z' } }, 'last seen: 10 March 2026 at 8:30pm'],
    [{ startsOn: '2026-03-02' }, 'starts on: 2 March 2026'],
    [{ placementType: 'K2' }, 'placement type: children’s home (K2)'],
    [{ placementType: 'constructor' }, 'placement type: constructor'],
    [{ areasAtRisk: ['E09000008', 'E09000022'] }, 'may head for: Croydon, Lambeth'],
    [
      { known: { missingHistory: 'repeated', flags: ['county-lines'] } },
      'known of the child: missing history repeated, flags county lines',
    ],
    [{ level: { label: 'significant', scaleId: 'emerging-moderate-significant' } }, 'level: significant'],
    [{ consulted: true }, 'consulted: yes'],
    [{ somethingNew: 'not-seen-before' }, 'something new: not seen before'],
  ])('%j', (fields, words) => {
    expect(saidIn(fields, nameOf).map(({ label, text }) => `${label}: ${text}`)).toEqual([words]);
  });

  it('leaves out what has its own place, and what is empty', () => {
    expect(
      saidIn({ by: 'E09000008', occurredAt: '2026-03-02', contacts: {}, areasAtRisk: [] }, nameOf),
    ).toEqual([]);
    expect(saidIn(undefined, nameOf)).toEqual([]);
  });
});
