import * as fc from 'fast-check';
import { clusters } from './clusters';
import type { Clustering, Link } from './clusters';

const nobody = (): boolean => false;
const weightsOf =
  (links: readonly Link[], otherwise: number): Clustering['weightOf'] =>
  (a, b) =>
    links.find((link) => (link.a === a && link.b === b) || (link.a === b && link.b === a))?.weight ??
    otherwise;
const how = (links: readonly Link[], change: Partial<Clustering> = {}): Clustering => ({
  ...{ weightOf: weightsOf(links, -20), areApart: nobody, leastMean: 0 },
  nameOf: (place) => `record ${String(place)}`,
  ...change,
});
const sets = (groups: readonly (readonly number[])[]): readonly string[] =>
  groups.map((group) => [...group].sort((x, y) => x - y).join(' ')).sort();

describe('groups of records', () => {
  const chain: readonly Link[] = [
    { a: 0, b: 1, weight: 10 },
    { a: 1, b: 2, weight: 8 },
  ];

  it('are joined where on average their members are one person', () => {
    expect(sets(clusters(4, chain, how(chain, { weightOf: weightsOf(chain, -2) })))).toEqual(['0 1 2', '3']);
  });

  it('are not joined by one link that all other pairs speak against', () => {
    expect(sets(clusters(3, chain, how(chain)))).toEqual(['0 1', '2']);
  });

  it('are not joined by one link, however sure, beside one that speaks strongly against', () => {
    const sure: readonly Link[] = [
      { a: 0, b: 1, weight: 60 },
      { a: 1, b: 2, weight: 60 },
    ];
    expect(sets(clusters(3, sure, how(sure)))).toEqual(['0 1', '2']);
  });

  it('never hold two that must be kept apart, whatever speaks for it and through whomever', () => {
    const areApart = (a: number, b: number): boolean => Math.min(a, b) === 0 && Math.max(a, b) === 2;
    const strong = how(chain, { weightOf: () => 15, areApart });
    expect(sets(clusters(3, chain, strong))).toEqual(['0 1', '2']);
  });

  it('fall apart when the evidence that held them is withdrawn', () => {
    const all = how(chain, { weightOf: () => 5 });
    expect(sets(clusters(3, chain, all))).toEqual(['0 1 2']);
    expect(sets(clusters(3, chain.slice(0, 1), all))).toEqual(['0 1', '2']);
  });

  it('are the same in whichever order records and links came', () => {
    const link = fc.record({ a: fc.nat(7), b: fc.nat(7), weight: fc.integer({ min: -3, max: 3 }) });
    const distinct = fc
      .uniqueArray(link, { selector: ({ a, b }) => [a, b].sort().join() })
      .map((links) => links.filter(({ a, b }) => a !== b));
    fc.assert(
      fc.property(
        distinct,
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
        (links, order) => {
          const apart = (a: number, b: number): boolean => a + b === 7;
          const before = clusters(8, links, how(links, { areApart: apart }));
          const moved = links
            .map(({ a, b, weight }) => ({ a: order[a] ?? 0, b: order[b] ?? 0, weight }))
            .reverse();
          const back = (place: number): number => order.indexOf(place);
          const after = clusters(8, moved, {
            ...{ leastMean: 0, areApart: (a: number, b: number) => apart(back(a), back(b)) },
            ...{
              weightOf: weightsOf(moved, -20),
              nameOf: (place: number) => `record ${String(back(place))}`,
            },
          });
          expect(sets(after.map((group) => group.map(back)))).toEqual(sets(before));
        },
      ),
    );
  });
});
