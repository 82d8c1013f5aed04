import { silenceChart } from './silence.chart';

const chart = silenceChart('x', 'Placements', [
  { label: 'Kent', says: 'Silent: last 71 days ago', daysAgo: 71, isSilent: true },
  { label: 'Croydon', says: 'today', daysAgo: 0, isSilent: false },
  { label: 'Luton', says: '', isSilent: false },
]);

describe('when each was last heard of', () => {
  it('puts today on the right, and the distant past at the left edge', () => {
    expect(chart.rows.map(({ x }) => x)).toStrictEqual([14, 626, undefined]);
  });

  it('tells the silent by shape and in words, not by colour alone', () => {
    // an arc makes a circle; a diamond has none
    expect(chart.rows.map(({ shape }) => shape.includes('A'))).toStrictEqual([false, true, true]);
    expect(chart.description).toContain('Kent: Silent: last 71 days ago');
  });
});
