import { ADJOINING_LONDON } from './adjoining.table';
import { adjoins, whereIs } from './where.rule';

const at = (gss: string) => ({ kind: 'authority', gss }) as const;

describe('where a child is placed, seen from the authority responsible', () => {
  it.each([
    ['E09000012', at('E09000012'), 'own'],
    ['E09000012', at('E09000025'), 'adjoining'],
    ['E09000012', at('E09000008'), 'london'],
    ['E09000006', at('E10000016'), 'adjoining'],
    ['E09000012', at('E10000016'), 'beyond-london'],
    ['E10000016', at('E09000006'), 'adjoining'],
    ['E10000016', at('E09000012'), 'london'],
    ['E10000016', at('E10000030'), 'elsewhere'],
    ['E09000012', { kind: 'outside-england', code: 'WAL' }, 'outside-england'],
    ['E09000012', { kind: 'withheld' }, 'restricted'],
    ['E09000012', { kind: 'unknown' }, 'unknown'],
  ] as const)('%s to %j is %s', (home, host, where) => {
    expect(whereIs(home, host)).toBe(where);
  });

  it('takes opposite banks of the Thames as adjoining, and either side first', () => {
    expect(adjoins('E09000011', 'E09000030')).toBe(true);
    expect(adjoins('E09000030', 'E09000011')).toBe(true);
  });

  it('gives every London borough at least two neighbours', () => {
    const counts = new Map<string, number>();
    for (const [one, others] of Object.entries(ADJOINING_LONDON))
      for (const gss of [...others, ...others.map(() => one)]) counts.set(gss, (counts.get(gss) ?? 0) + 1);
    const london = [...counts].filter(([gss]) => gss.startsWith('E09'));
    expect(london).toHaveLength(33);
    expect(london.filter(([, count]) => count < 2)).toStrictEqual([]);
  });
});
