import { GAPS, HISTORY, KENT, NOW, entry, nameOf, notified, reported } from '../parts/history.fixture';
import type { Entry, GapShown } from '../parts/answers';
import type { DrawnBar } from './drawn';
import { timelinePage } from './timeline.page';
import type { TimelineAsked, TimelineShown } from './timeline.page';

const usual: TimelineAsked = { lanes: 'kind', span: 'all' };
const page = (
  items: readonly Entry[],
  gaps: readonly GapShown[] = [],
  asked: TimelineAsked = usual,
): TimelineShown => timelinePage({ items, gaps }, asked, { now: NOW, nameOf });
const barsOf = ({ drawing }: TimelineShown, lane: string) =>
  drawing.lanes.find(({ name }) => name === lane)?.bars ?? [];

const startOf = (bar: DrawnBar | undefined): number => bar?.x ?? NaN;
const endOf = (bar: DrawnBar | undefined): number => startOf(bar) + (bar?.width ?? NaN);

describe('the picture of a history', () => {
  const shown = page(HISTORY, GAPS);
  const marks = shown.drawing.lanes.flatMap((lane) => lane.marks);

  it('has a lane for each kind of thing, and what is not known in one of its own at the end', () => {
    expect(shown.drawing.lanes.map(({ name }) => name)).toEqual([
      ...['Placements', 'Missing', 'Exploitation', 'Answers', 'Duties', 'Not known'],
    ]);
  });

  it('draws each missing episode as a bar, and the one that goes on until now as open', () => {
    const now = shown.drawing.now.x;
    expect(barsOf(shown, 'Missing').map(({ isOpen }) => isOpen)).toEqual([false, false, false, true]);
    const open = barsOf(shown, 'Missing').at(-1);
    // three days of a year are thinner than a bar that can be seen
    expect(Math.abs(endOf(open) - now)).toBeLessThan(5);
  });

  it('draws stays side by side with the gap between them left free, and names the gap', () => {
    const [ealing, croydon] = barsOf(shown, 'Placements');
    const [gap] = barsOf(shown, 'Not known');
    expect([ealing?.label, croydon?.label]).toEqual(['Ealing', 'Croydon']);
    expect(startOf(gap)).toBeCloseTo(endOf(ealing), 0);
    expect(endOf(gap)).toBeCloseTo(startOf(croydon), 0);
    expect(gap?.title).toBe(
      'Not known. Where the child lived from 2 June 2025 until 20 June 2025: you see no placement on record.',
    );
  });

  it('marks a late duty by another shape than one that is met', () => {
    const duties = shown.drawing.lanes.find(({ name }) => name === 'Duties')?.marks;
    expect(duties?.map(({ look }) => look)).toEqual(['late', 'late']);
    expect(duties?.[0]?.title).toBe(
      '5 July 2025 at midnight: Duty late: Acknowledge that the placement was notified, owed by Croydon',
    );
  });

  it('says the same in the table: every mark and bar leads to a row of it, and every row but the gaps is counted in a mark', () => {
    const rows = new Set(shown.rows.map(({ id }) => id));
    const bars = shown.drawing.lanes.flatMap((lane) => lane.bars);
    expect([...marks, ...bars].filter(({ row }) => row === undefined || !rows.has(row))).toEqual([]);
    const counted = marks.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(HISTORY.length);
    expect(shown.rows).toHaveLength(HISTORY.length + GAPS.length);
  });

  it('never puts two bars of a lane on each other', () => {
    const twice = page([
      notified('placement-1', KENT, '2026-01-01'),
      notified('placement-2', KENT, '2026-02-01'),
    ]);
    const [one, other] = barsOf(twice, 'Placements');
    expect(one?.y).not.toBe(other?.y);
  });

  it('lets one mark stand for what is too close together, and says what', () => {
    const minutes = ['00', '10', '20'].map((minute) => `2026-03-01T08:${minute}:00.000Z`);
    const close = page(minutes.map((at, n) => reported(`missing-${String(n)}`, at)));
    const [mark, ...others] = close.drawing.lanes.find(({ name }) => name === 'Missing')?.marks ?? [];
    expect(others).toEqual([]);
    expect(mark?.count).toBe(3);
    expect(mark?.title).toMatch(/^3 things close together\. 1 March 2026 at 8am: Reported missing, Camden\./);
  });

  it('holds nothing of what is withheld but one row at the end, without a time', () => {
    const kept = page([{ withheld: true }, ...HISTORY]);
    expect(kept.rows.at(-1)).toMatchObject({ at: '', what: 'Something is withheld', look: 'withheld' });
    expect(kept.drawing.lanes).toEqual(page(HISTORY).drawing.lanes);
  });

  it('begins with what happened last, or with what happened first where that is asked for', () => {
    const oldest = page([{ withheld: true }, ...HISTORY], [], { ...usual, order: 'oldest' }).rows;
    const newest = page([{ withheld: true }, ...HISTORY]).rows;
    expect(newest.slice(0, -1)).toEqual(oldest.slice(0, -1).toReversed());
    expect([oldest.at(0)?.id, newest.at(-2)?.id]).toEqual(['line-1', 'line-1']);
    expect(newest.at(-1)?.look).toBe('withheld');
  });

  it('writes the name of a lane in lines that leave the picture free', () => {
    const told = notified('placement-1', KENT, '2026-01-01');
    const long = { ...told, source: 'E09000020', sourceName: 'Kensington and Chelsea' };
    const [lane] = page([long], [], { lanes: 'authority', span: 'all' }).drawing.lanes;
    expect(lane?.lines).toEqual(['Kensington and', 'Chelsea']);
  });

  it('shows a part of the time, and says how many lines lie before it', () => {
    const month = page(HISTORY, GAPS, { lanes: 'kind', span: 'month' });
    expect(month.before).toBe(15);
    expect(barsOf(month, 'Placements')).toMatchObject([{ label: 'Croydon', isCutLeft: true, isOpen: true }]);
  });

  it('puts what each authority told, or owes, in a lane of its own', () => {
    const lanes = page(HISTORY, [], { lanes: 'authority', span: 'all' }).drawing.lanes;
    expect(lanes.map(({ name }) => name)).toEqual(['Camden', 'Croydon']);
  });

  it('draws the same bars in whatever order lines come in', () => {
    const drawn = (of: TimelineShown) =>
      of.drawing.lanes.flatMap(({ bars }) => bars.map(({ x, width, title }) => [x, width, title]));
    expect(drawn(page(HISTORY.toReversed(), GAPS))).toEqual(drawn(shown));
  });

  it('stands for nothing without anything on record', () => {
    expect(page([])).toMatchObject({ rows: [], drawing: { lanes: [] } });
  });

  it('keeps what a person wrote as it is: the template escapes it', () => {
    const [row] = page([
      entry({
        ...{ notice: 'missing-1', type: 'MissingUpdated', title: 'Updated', occurredAt: '2026-03-01' },
        personal: { narrative: '<b>x</b>' },
      }),
    ]).rows;
    expect(row?.says).toEqual([{ label: 'narrative', text: '<b>x</b>' }]);
  });
});
