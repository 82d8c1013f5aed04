import type { WorklistLine } from '../../frame/worklist';
import { worklistPage, worklistsPage } from './worklists.page';

const line = (more: Partial<WorklistLine> = {}): WorklistLine => ({
  ...{ notice: 'missing-1', item: 'episode', notification: 'missing', kind: 'missing', owner: 'E09000007' },
  ...{
    ownerName: 'Camden',
    since: '2026-03-17',
    days: 3,
    late: false,
    episodesIn90Days: 2,
    restricted: false,
  },
  ...more,
});
const page = (lines: readonly WorklistLine[]) =>
  worklistPage({
    ...{
      name: 'missing-here',
      title: 'Missing now',
      says: 'Open episodes.',
      sort: 'days-to-18',
      items: lines,
    },
    ...{ position: 1, upToDate: true, completeness: {} as never },
  });

describe('worklists', () => {
  it('stand in the order of the exchange, each with its count, and pairs lead to where they are decided', () => {
    const items = (['missing-ours', 'links-to-review'] as const).map((name) => ({
      name,
      title: name,
      says: '',
      lines: 2,
    }));
    expect(worklistsPage(items).map(({ lines, href }) => [lines, href])).toEqual([
      [2, '/console/mash/worklists/missing-ours'],
      [2, '/console/mash/links'],
    ]);
  });

  it.each([
    [undefined, 'Not known'],
    [-3, 'Is 18 or older'],
    [1, '1 day'],
    [400, '400 days'],
    [1_500, '4 years'],
  ])('tell %p days to 18 as %s', (daysTo18, words) => {
    expect(page([line(daysTo18 === undefined ? {} : { daysTo18 })]).table.rows[0]?.[5]).toBe(words);
  });

  it('keep a line without a name where none is open, in the order that was chosen', () => {
    const child = { forename: 'Ada', surname: 'Obi' };
    const { table, sorts } = page([line({ child, recordRef: 'ref 1' }), line({ child }), line()]);
    expect(table.rows.map(([who]) => who)).toEqual([
      { lines: [{ text: 'Ada Obi', href: '/console/mash/children/ref%201', about: ', line 1' }] },
      { lines: ['Ada Obi'] },
      { lines: ['Name not open to you'] },
    ]);
    expect(sorts.filter(({ isChosen }) => isChosen).map(({ value }) => value)).toEqual(['days-to-18']);
  });
});
