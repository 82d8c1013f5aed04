import { bandsOf, flowsPage, flowsTable, protectedFlows } from './flows.page';
import type { FlowsAsked } from './flows.page';

const counted = (counts: Readonly<Record<string, number>>) => new Map(Object.entries(counts));
const asked: FlowsAsked = {
  ...{ authorityName: 'Camden', on: '2026-11-22', typed: '', isProtected: false },
  into: counted({ Croydon: 12, Kent: 3 }),
  out: counted({ Ealing: 7, Croydon: 5 }),
};

describe('protected numbers of flows', () => {
  it('rounds what is published, and lets what is small stand together without name and number', () => {
    expect(
      protectedFlows(
        new Map([
          ['Croydon', 12],
          ['Kent', 5],
          ['Ealing', 6],
        ]),
      ),
    ).toStrictEqual([
      { name: 'Croydon', value: 10 },
      { name: 'Ealing', value: 5 },
      { name: 'All others, under 6 each', value: 'c' },
    ]);
  });

  it('does not say that all the others are none', () => {
    expect(protectedFlows(new Map([['Croydon', 12]]))).toStrictEqual([
      { name: 'Croydon', value: 10 },
      { name: 'All others, under 6 each', value: 'c' },
    ]);
    expect(protectedFlows(new Map())).toStrictEqual([{ name: 'All others, under 6 each', value: 'c' }]);
  });

  it('gives no total and no small number anywhere on the page', () => {
    const page = JSON.stringify(flowsPage({ ...asked, isProtected: true }));
    expect(page).not.toContain('Kent');
    expect(page).not.toMatch(/others: \d|elsewhere: \d/);
  });

  it('leaves open in the table whether there is none or a few', () => {
    expect(flowsTable({ ...asked, isProtected: true }).rows).toStrictEqual([
      ['Croydon', 10, 'c'],
      ['All others, under 6 each', 'c', 'c'],
      ['Ealing', 'c', 5],
    ]);
  });
});

describe('flows of an authority', () => {
  it('counts exactly for work, the largest first', () => {
    expect(flowsTable(asked).rows).toStrictEqual([
      ['Croydon', 12, 5],
      ['Kent', 3, 0],
      ['Ealing', 0, 7],
    ]);
  });

  it('says nothing of the register of the area to whom it is not open', () => {
    const { into, ...rest } = asked;
    expect(into).toBeDefined();
    expect(flowsTable(rest)).toMatchObject({
      columns: [{ text: 'Area' }, { text: 'Our children there' }],
      rows: [
        ['Ealing', 7],
        ['Croydon', 5],
      ],
    });
    expect(flowsPage(rest)).toMatchObject({ seesInto: false });
  });

  it('draws the largest and adds up the rest', () => {
    const flows = Array.from({ length: 20 }, (_, at) => ({ name: `A${String(at)}`, value: 20 - at }));
    const bands = bandsOf(flows);
    expect(bands).toHaveLength(14);
    expect(bands.at(-1)).toStrictEqual({ name: 'All others', value: 28 });
  });

  it('adds nothing up to a number where one of the rest is suppressed', () => {
    const flows = [
      ...Array.from({ length: 15 }, (_, at) => ({ name: `A${String(at)}`, value: 10 })),
      { name: 'x', value: 'c' as const },
    ];
    expect(bandsOf(flows).at(-1)).toStrictEqual({ name: 'All others', value: 'c' });
  });
});
