import type { TrendsAnswer } from '../parts/answers';
import { trendsPage } from './trends.page';
import { partsTable, totalsTable } from './trends.tables';

const area = (gss: string, name: string, count: number | 'c', cells: readonly (number | 'c')[]) => ({
  ...{ area: gss, name },
  ...(count === 'c' ? { suppressed: count } : { count }),
  cells: cells.map((cell, at) => ({
    category: ['F', 'M', 'unknown'][at] ?? '',
    ...(cell === 'c' ? { suppressed: cell } : { count: cell }),
  })),
});
const answer: TrendsAnswer = {
  ...{ position: 1, upToDate: true, topic: 'missing', by: 'sex', title: 'Missing episodes' },
  ...{ says: 'Episodes.', method: 'Counts under 6 are suppressed.' },
  quarters: [
    { quarter: '2026-Q1', areas: [area('E09000007', 'Camden', 'c', ['c', 'c', 'c'])] },
    {
      quarter: '2026-Q2',
      areas: [area('E09000007', 'Camden', 40, [10, 'c', 'c']), area('london', 'London', 900, [450, 440, 10])],
    },
  ],
};
const [, second] = answer.quarters;

describe('trends by quarter', () => {
  it('shows in the table what is suppressed as c, and what an area does not say as well', () => {
    expect(totalsTable(answer).rows).toStrictEqual([
      ['January to March 2026', 'c', 'c'],
      ['April to June 2026', 40, 900],
    ]);
  });

  it('works out shares from published counts alone', () => {
    expect(second && partsTable(answer, second).rows).toStrictEqual([
      ['Female', 10, 'about 25%', '19% to 32%', 450, 'about 50%', '50% to 50%'],
      ['Male', 'c', 'c', 'c', 440, 'about 49%', '49% to 49%'],
      ['Not known', 'c', 'c', 'c', 10, 'about 1%', '1% to 1%'],
    ]);
  });

  it('gives London a scale of its own, since it is the sum of many', () => {
    expect(trendsPage(answer, '')).toMatchObject({
      charts: [{ title: 'Camden' }, { title: 'London (on a scale of its own)' }],
    });
  });

  it('divides the newest quarter, or the one that was chosen', () => {
    expect(trendsPage(answer, '')).toMatchObject({
      parts: { caption: 'Missing episodes by sex, April to June 2026' },
    });
    expect(trendsPage(answer, '2026-Q1')).toMatchObject({
      parts: { caption: 'Missing episodes by sex, January to March 2026' },
    });
  });

  it('never draws a suppressed number as nought', () => {
    expect(trendsPage(answer, '2026-Q1')).toMatchObject({
      ownBars: { bars: [{ isSuppressed: true, length: 0, text: 'c (suppressed)' }, {}, {}] },
      compared: { rows: [{ lanes: [{ says: 'Camden c (suppressed)' }] }, {}, {}] },
    });
  });

  it('has something to say before any quarter is over', () => {
    expect(trendsPage({ ...answer, quarters: [] }, '')).toMatchObject({ quarters: [], charts: [] });
  });
});
