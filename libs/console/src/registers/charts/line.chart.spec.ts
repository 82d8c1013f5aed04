import { lineChart, sharedTop } from './line.chart';

const points = [
  { label: 'Q1 2026', value: 20 },
  { label: 'Q2 2026', value: 'c' },
  { label: 'Q3 2026', value: 40 },
  { label: 'Q4 2026', value: 30 },
] as const;
const chart = lineChart({ id: 'x', title: 'Camden', points });

describe('a line over quarters', () => {
  it('stands higher the more there are, with its number beside each mark', () => {
    expect(chart.dots).toStrictEqual([
      { x: 64, y: 93, text: '20' },
      { x: 256, y: 34, text: '40' },
      { x: 352, y: 63.5, text: '30' },
    ]);
  });

  it('is broken where a value is suppressed, and never goes down to nought there', () => {
    expect(chart.path).toBe('M64,93ZM256,34L352,63.5');
  });

  it('puts what is suppressed under the axis, where nothing is counted', () => {
    expect(chart.suppressed).toStrictEqual([{ x: 160, y: 176, text: 'c' }]);
    expect(chart.suppressed.every(({ y }) => y > chart.plot.bottom)).toBe(true);
  });

  it('begins its scale at nought', () => {
    expect(chart.ticks.at(0)).toStrictEqual({ x: 36, y: chart.plot.bottom, text: '0' });
  });

  it('says in words what it shows, and of what is suppressed that it is', () => {
    expect(chart.description).toBe('Q1 2026: 20; Q2 2026: suppressed; Q3 2026: 40; Q4 2026: 30');
  });

  it('draws no line and no mark where everything is suppressed', () => {
    const unsaid = lineChart({ id: 'x', title: 'x', points: [{ label: 'Q1 2026', value: 'c' }] });
    expect({ path: unsaid.path, dots: unsaid.dots, suppressed: unsaid.suppressed.length }).toStrictEqual({
      path: '',
      dots: [],
      suppressed: 1,
    });
  });

  it('is as tall as its neighbour where both share a scale', () => {
    const low = { id: 'y', title: 'y', points: [{ label: 'Q1 2026', value: 10 }] };
    const top = sharedTop([low, { id: 'x', title: 'x', points }]);
    expect(top).toBe(40);
    expect(lineChart(low, top).dots[0]?.y).toBeGreaterThan(lineChart(low).dots[0]?.y ?? Number.NaN);
  });
});
