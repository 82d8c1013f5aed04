import type { ColumnValue, Row, RowChange, TableSchema, ViewSchema } from '@ibex/kernel';
import { folded } from './folded-changes';
import type { Step } from './folded-changes';

const table: TableSchema = {
  name: 'things',
  columns: { begins: 'integer', key: 'text', met: 'text', entry: 'text', list: 'text' },
  primaryKey: ['begins', 'key'],
};
const view: ViewSchema = { name: 'things', version: 1, tables: [table] };

type Rows = Map<string, Row>;
const nameOf = (row: Row): string => JSON.stringify([row['begins'], row['key']]);
const whole = (row: Row): Row =>
  Object.fromEntries(Object.keys(table.columns).map((column) => [column, row[column] ?? null]));
const isIn = (row: Row, where: Row): boolean =>
  Object.entries(where).every(([column, value]) => row[column] === value);

/** One change after the other, as the port says. */
const applyEach = (rows: Rows, changes: readonly RowChange[]): void => {
  for (const change of changes) {
    if (change.op === 'put') {
      rows.set(nameOf(change.row), whole(change.row));
      continue;
    }
    for (const [name, row] of [...rows]) {
      if (!isIn(row, change.where)) continue;
      rows.delete(name);
      if (change.op === 'patch') rows.set(nameOf({ ...row, ...change.set }), { ...row, ...change.set });
    }
  }
};

const toChange = (effect: Extract<Step, { effects: unknown }>['effects'][number]): RowChange => {
  switch (effect.op) {
    case 'put':
      return { ...effect, table: 'things' };
    case 'patch':
      return { op: 'patch', table: 'things', where: effect.key, set: effect.set };
    case 'delete':
      return { op: 'delete', table: 'things', where: effect.key };
  }
};

/** One statement: each of its changes looks at the rows as they were before. */
const applyWide = (rows: Rows, wide: Extract<Step, { wide: unknown }>['wide']): void => {
  const before = new Map(rows);
  const patched = new Set<string>();
  for (const change of wide) {
    for (const [name, row] of before) {
      if (!isIn(row, change.where)) continue;
      if (patched.has(name)) throw new Error('a row is touched twice in one step');
      rows.delete(name);
      if (change.op === 'delete') continue;
      patched.add(name);
      rows.set(nameOf({ ...row, ...change.set }), { ...row, ...change.set });
    }
  }
};
const applyStep = (rows: Rows, step: Step): void => {
  if ('effects' in step) applyEach(rows, step.effects.map(toChange));
  else applyWide(rows, step.wide);
};

/** Numbers that look random and are the same each time. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};

const MADE: readonly ((value: (of: 'begins' | 'key' | 'other') => ColumnValue) => RowChange)[] = [
  (of) => ({
    ...{ op: 'put', table: 'things' },
    row: { begins: of('begins'), key: of('key'), met: of('other'), entry: of('other'), list: of('other') },
  }),
  (of) => ({ op: 'delete', table: 'things', where: { begins: of('begins'), key: of('key') } }),
  (of) => ({
    ...{ op: 'patch', table: 'things', where: { begins: of('begins'), key: of('key') } },
    set: { met: of('other') },
  }),
  (of) => ({
    ...{ op: 'patch', table: 'things', where: { begins: of('begins'), key: of('key'), met: null } },
    set: { met: of('other'), list: of('other') },
  }),
  (of) => ({ op: 'delete', table: 'things', where: { begins: of('begins') } }),
  (of) => ({ op: 'delete', table: 'things', where: { entry: of('other') } }),
  (of) => ({ op: 'delete', table: 'things', where: { key: of('key'), list: of('other') } }),
  (of) => ({
    ...{ op: 'patch', table: 'things', where: { entry: of('other'), met: null } },
    set: { met: of('other') },
  }),
  (of) => ({ op: 'patch', table: 'things', where: { list: of('other') }, set: { list: of('other') } }),
  (of) => ({ op: 'patch', table: 'things', where: { begins: of('begins') }, set: { entry: of('other') } }),
];

const someChanges = (roll: (sides: number) => number, count: number): readonly RowChange[] => {
  const value = (of: 'begins' | 'key' | 'other'): ColumnValue => {
    if (of === 'begins') return roll(3);
    if (of === 'key') return ['a', 'b'][roll(2)] ?? 'a';
    return [null, 'x', 'y'][roll(3)] ?? null;
  };
  return Array.from({ length: count }, () => MADE[roll(MADE.length)]?.(value)).filter(
    (change) => change !== undefined,
  );
};

const notice = (begins: number): readonly RowChange[] => [
  { op: 'delete', table: 'things', where: { begins, list: 'due' } },
  { op: 'patch', table: 'things', where: { begins, key: 'a', entry: null }, set: { met: 'now' } },
  { op: 'patch', table: 'things', where: { begins, key: 'a', met: null }, set: { met: 'now' } },
  ...['a', 'b'].map((key): RowChange => ({ op: 'put', table: 'things', row: { begins, key } })),
];

describe('changes of rows, folded into few steps', () => {
  it('come to the same as one after the other, whatever they are', () => {
    for (let seed = 1; seed <= 3_000; seed += 1) {
      const roll = dice(seed);
      const one: Rows = new Map();
      const other: Rows = new Map();
      for (let write = 0; write < 3; write += 1) {
        const changes = someChanges(roll, 1 + roll(12));
        applyEach(one, changes);
        for (const step of folded(view, changes)) applyStep(other, step);
        expect({ seed, rows: [...other].sort() }).toEqual({ seed, rows: [...one].sort() });
      }
    }
  });

  it('are as few for many notices as for one', () => {
    const many = Array.from({ length: 200 }, (_, begins) => notice(begins)).flat();
    expect(folded(view, many)).toHaveLength(4);
    expect(folded(view, notice(1))).toHaveLength(4);
  });

  it('take many deletes by a column that is no key in one step, with the rows put before them', () => {
    const changes = Array.from({ length: 50 }, (_, begins): readonly RowChange[] => [
      { op: 'put', table: 'things', row: { begins, key: 'a', entry: `e-${begins}` } },
      { op: 'delete', table: 'things', where: { entry: `e-${begins}` } },
    ]).flat();
    const steps = folded(view, changes);
    expect(steps.map((step) => ('wide' in step ? step.wide.length : step.effects.length))).toEqual([50, 50]);
  });
});
