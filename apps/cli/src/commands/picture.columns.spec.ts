import { PICTURE } from './picture.columns';

const cellsOf = (item: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(PICTURE.map(({ header, of }) => [header, of(item)]));

describe('a sign of risk on the command line', () => {
  it('shows its state, values, how many facts it rests on and who told them', () => {
    expect(
      cellsOf({
        title: 'How often missing',
        state: 'found',
        says: 'No clear change.',
        values: [
          { label: 'began in the last 30 days', count: 0 },
          { label: 'last seen', on: '2026-03-01', text: 'reported by Hackney' },
        ],
        facts: [{ sourceName: 'Hackney' }, { sourceName: 'Hackney' }, { sourceName: 'Brent' }],
        newestAt: '2026-03-30T09:00:00.000Z',
      }),
    ).toStrictEqual({
      sign: 'How often missing',
      state: 'found',
      'in words': 'No clear change.',
      values: 'began in the last 30 days: 0; last seen: 2026-03-01, reported by Hackney',
      facts: 3,
      'told by': 'Hackney, Brent',
      newest: '2026-03-30T09:00:00.000Z',
    });
  });

  it('tells not known from none', () => {
    expect(cellsOf({ state: 'not-known', values: [], facts: [] })['state']).toBe('not known');
    expect(cellsOf({ state: 'none', values: [], facts: [] })['state']).toBe('none');
  });
});
