import { barChart } from './bar.chart';

const chart = barChart({
  id: 'x',
  title: 'By sex',
  bars: [
    { label: 'Female', value: 40 },
    { label: 'Male', value: 10, note: 'late' },
    { label: 'Not known', value: 'c' },
  ],
});

describe('bars', () => {
  it('are as long as they are many, in hundredths of the longest', () => {
    expect(chart.bars.map(({ length }) => length)).toStrictEqual([100, 25, 0]);
  });

  it('have their number and its note beside them', () => {
    expect(chart.bars.map(({ text }) => text)).toStrictEqual(['40', '10 late', 'c (suppressed)']);
  });

  it('are not drawn where the number is suppressed: not even as nought', () => {
    expect(chart.bars.map(({ isSuppressed }) => isSuppressed)).toStrictEqual([false, false, true]);
    expect(chart.description).toBe('Female: 40; Male: 10 late; Not known: c (suppressed)');
  });

  it('have no length where all of them are nought', () => {
    expect(barChart({ id: 'x', title: 'x', bars: [{ label: 'a', value: 0 }] }).bars[0]?.length).toBe(0);
  });

  it('stand one under the other', () => {
    expect(chart.bars.map(({ baseline, y }) => [baseline, y])).toStrictEqual([
      [18, 26],
      [70, 78],
      [122, 130],
    ]);
    expect(chart.height).toBe(156);
  });
});
