import { shareChart } from './share.chart';
import { rangeInWords, shareInWords, shareOf } from './share.rule';

describe('a share of published counts', () => {
  it('says about how much, and what rounding leaves open', () => {
    expect(shareOf(10, 40)).toStrictEqual({ about: 25, least: 19, most: 32 });
  });

  it('knows that nothing under 6 is published', () => {
    expect(shareOf(5, 40)?.least).toBe(14);
  });

  it.each([
    ['c', 40],
    [10, 'c'],
    ['c', 'c'],
  ] as const)('is not worked out of %s in %s: it would tell what is suppressed', (part, whole) => {
    expect(shareOf(part, whole)).toBeUndefined();
  });

  it('never says more than all', () => {
    expect(shareOf(45, 40)).toStrictEqual({ about: 100, least: 100, most: 100 });
  });

  it('is told in words, as suppressed where it is', () => {
    expect([shareInWords(shareOf(10, 40)), rangeInWords(shareOf(10, 40))]).toStrictEqual([
      'about 25%',
      '19% to 32%',
    ]);
    expect([shareInWords(undefined), rangeInWords(undefined)]).toStrictEqual(['c', 'c']);
  });
});

describe('shares side by side', () => {
  const chart = shareChart({
    id: 'x',
    title: 'Shares',
    categories: ['White', 'Asian'],
    areas: [
      { area: 'Camden', shares: [shareOf(10, 40), undefined] },
      { area: 'London', shares: [shareOf(700, 900), shareOf(100, 900)] },
    ],
  });

  it('draws nothing for what is suppressed, and says so beside it', () => {
    const [camden] = chart.rows[1]?.lanes ?? [];
    expect(camden).toStrictEqual({
      ...{ kind: 0, y: 155, says: 'Camden c (suppressed)', text: { x: 10, anchor: 'start' } },
    });
  });

  it('puts each mark where its share is, on one scale from nought to all', () => {
    const marks = chart.rows.flatMap(({ lanes }) => lanes.map(({ mark }) => mark?.x));
    expect(marks.map((x) => x && Math.round(((x - 10) / 606) * 100))).toStrictEqual([25, 78, undefined, 11]);
    expect([chart.ticks[0]?.x, chart.ticks[4]?.x]).toStrictEqual([10, 616]);
  });

  it('tells areas apart by shape as well as by colour', () => {
    const [camden, london] = chart.rows[0]?.lanes ?? [];
    expect(camden?.mark?.shape).not.toBe(london?.mark?.shape);
  });

  it('keeps words within the drawing, to the left of a mark far on the right', () => {
    const [, london] = chart.rows[0]?.lanes ?? [];
    expect(london?.text.anchor).toBe('end');
  });

  it('says in words what it shows', () => {
    expect(chart.description).toBe(
      'White: Camden about 25% (19% to 32%), London about 78% (77% to 78%); Asian: Camden suppressed, London about 11% (11% to 11%)',
    );
  });
});
