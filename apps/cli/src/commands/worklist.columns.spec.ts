import { renderColumns } from './columns';
import { WORKLIST, WORKLISTS, trendColumns, trendRows } from './worklist.columns';

const line = {
  ...{ kind: 'acknowledge', since: '2026-03-02T09:00:00.000Z', days: 3, late: true, episodesIn90Days: 1 },
  ...{ dueAt: '2026-03-05T00:00:00.000Z', daysTo18: 62, recordRef: 'r-1', ownerName: 'Camden' },
};

it('a worklist names the child, what is to be done and by when', () => {
  const child = { forename: 'Ada', surname: 'Lovelace' };
  const table = renderColumns([{ ...line, child }], WORKLIST, 'table');
  for (const words of ['Ada Lovelace', 'acknowledge', 'end of 2026-03-04', 'late', '62', 'Camden'])
    expect(table).toContain(words);
});

it('names a child of whom nothing is left by its reference', () => {
  expect(renderColumns([line], WORKLIST, 'csv')).toContain('r-1');
  expect(renderColumns([{ ...line, child: {} }], WORKLIST, 'csv')).toContain('r-1');
});

it('the lists come with their lines', () => {
  const list = { name: 'missing-here', lines: 2, title: 'Missing now: placed here' };
  expect(renderColumns([list], WORKLISTS, 'csv')).toContain('missing-here,2,Missing now: placed here');
});

it('trends are a line for each area, with c for what is suppressed', () => {
  const area = (name: string, f: object) => ({ name, count: 35, cells: [{ category: 'F', ...f }] });
  const areas = [area('Camden', { count: 30 }), area('London', { suppressed: 'c' })];
  const rows = trendRows([{ quarter: '2026-Q2', areas }]);
  expect(renderColumns(rows, trendColumns(rows), 'csv').trim().split(/\r?\n/)).toEqual([
    'quarter,area,total,F',
    '2026-Q2,Camden,35,30',
    '2026-Q2,London,35,c',
  ]);
});
