import type { FindPlace } from '../postcodes/place';
import { readChild } from './child-file';
import { episode, headerRow, missingRow } from './episode.fixture';

const inCroydon: FindPlace = () => Promise.resolve({ kind: 'found', code: 'E09000008' });

describe('the rows of one child', () => {
  it('are put together from the three files', async () => {
    const read = await readChild('4711', [missingRow(), episode(), headerRow()], inCroydon);
    const [placed] = read.periods;
    expect(read).toStrictEqual({
      child: '4711',
      identity: headerRow(),
      periods: [{ ...placed, host: { kind: 'authority', gss: 'E09000008' }, lines: [2] }],
      missing: [{ ...missingRow(), from: placed }],
      faults: [],
    });
  });

  it('leave out what an earlier line says already', async () => {
    const rows = [
      episode({ line: 8 }),
      episode({ line: 3 }),
      missingRow({ line: 4 }),
      missingRow({ line: 9 }),
    ];
    const { faults, periods, missing } = await readChild('4711', rows, inCroydon);
    expect(faults.map(({ row, fault }) => [row.file, row.line, fault.kind, fault.mend])).toStrictEqual([
      [
        'episodes',
        8,
        'duplicate row',
        'This row says the same as line 3, which goes in. Delete one of them.',
      ],
      ['missing', 9, 'duplicate row', 'This row says the same as line 4, which goes in. Delete one of them.'],
    ]);
    expect([periods.length, missing.length]).toStrictEqual([1, 1]);
  });

  it('keep the first header row and refuse another that says something else', async () => {
    const rows = [headerRow({ line: 7, sex: 'M' }), headerRow({ line: 3 }), headerRow({ line: 9 })];
    const { identity, faults } = await readChild('4711', rows, inCroydon);
    expect(identity).toStrictEqual(headerRow({ line: 3 }));
    expect(faults.map(({ row, fault }) => [row.line, fault.kind, fault.dfeRule])).toStrictEqual([
      [7, 'second row for one child', 'INT32'],
      [9, 'duplicate row', undefined],
    ]);
  });

  it('leave out an episode at a postcode that cannot be, and go on with the rest', async () => {
    const findPlace: FindPlace = (postcode) =>
      postcode === 'ZZ99 3WZ' ? Promise.resolve({ kind: 'impossible' }) : inCroydon(postcode);
    const rows = [
      episode({ line: 2, end: '2024-06-01', ceased: 'X1' }),
      episode({ line: 3, start: '2024-06-01', reason: 'P', postcode: 'ZZ99 3WZ' }),
    ];
    const { periods, faults } = await readChild('4711', rows, findPlace);
    expect(periods.map(({ start, end }) => [start, end])).toStrictEqual([['2024-05-01', '2024-06-01']]);
    expect(faults.map(({ row, fault }) => [row.line, fault.column, fault.value, fault.kind])).toStrictEqual([
      [3, 'PL_POST', 'ZZ99 3WZ', 'unknown postcode'],
    ]);
  });

  it('leave a missing episode without a placement that day', async () => {
    const { missing } = await readChild('4711', [episode(), missingRow({ start: '2024-04-30' })], inCroydon);
    expect(missing).toStrictEqual([missingRow({ start: '2024-04-30' })]);
  });
});
