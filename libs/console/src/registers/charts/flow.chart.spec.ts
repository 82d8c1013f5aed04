import { flowChart } from './flow.chart';
import type { FlowPicture } from './flow.chart';

const picture: FlowPicture = {
  ...{ id: 'x', title: 'Flows', centre: 'Camden' },
  into: [
    { name: 'Croydon', value: 30 },
    { name: 'Kent', value: 10 },
  ],
  out: [
    { name: 'Ealing', value: 20 },
    { name: 'All others', value: 'c' },
  ],
  headings: { into: 'In', out: 'Out' },
};
const [into, out] = flowChart(picture).sides;

describe('flows between areas', () => {
  it('makes bands as wide as they are many, on one scale for both sides', () => {
    const widths = [into, out].map((side) => side?.ribbons.map(({ node }) => node.height));
    expect(widths).toStrictEqual([
      [315, 105],
      [210, 6],
    ]);
  });

  it('says of what is suppressed that there is something, and not how much', () => {
    const more = flowChart({ ...picture, out: [{ name: 'All others', value: 'c' }] });
    const [band] = more.sides[1]?.ribbons ?? [];
    expect(band).toMatchObject({ text: 'c', isSuppressed: true, node: { height: 6 } });
  });

  it('lets bands meet the middle without a gap and without lying on each other', () => {
    for (const side of [into, out]) {
      const tall = side?.ribbons.reduce((sum, { node }) => sum + node.height, 0);
      expect(side?.middle.height).toBe(tall);
    }
  });

  it('leaves room for the words of the thinnest band', () => {
    const many = Array.from({ length: 14 }, (_, at) => ({ name: `Area ${String(at)}`, value: 1 }));
    const labels = flowChart({ ...picture, into: many }).sides[0]?.ribbons.map(({ label }) => label.y) ?? [];
    const gaps = labels.slice(1).map((y, at) => y - (labels[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(26);
  });

  it('shortens a name that would leave the drawing', () => {
    const name = 'Bournemouth, Christchurch and Poole';
    const drawn = flowChart({ ...picture, into: [{ name, value: 7 }] });
    expect(drawn.sides[0]?.ribbons[0]?.name).toBe('Bournemouth, Christchurch and …');
    expect(drawn.description).toContain(`${name} 7`);
  });

  it('says in words what it shows', () => {
    expect(flowChart(picture).description).toBe(
      'Placed in Camden by others: Croydon 30, Kent 10. Placed elsewhere by Camden: Ealing 20, All others suppressed.',
    );
    expect(flowChart({ ...picture, into: [] }).description).toContain('by others: nobody.');
  });
});
