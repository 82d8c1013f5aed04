import type { ChildFile } from '../ssda903/child-file';
import { CROYDON, headerRow, missingFrom, missingRow, period } from '../ssda903/episode.fixture';
import { planChild } from './plan-child';

const OWN = 'E09000030';
const file = (change: Partial<ChildFile> = {}): ChildFile => ({
  child: '4711',
  identity: headerRow({ line: 5 }),
  periods: [],
  missing: [],
  faults: [],
  ...change,
});
const nothing = {
  authority: OWN,
  placements: [],
  missing: [],
  returnFrom: '2024-04-01',
  returnTo: '2025-03-31',
};
const atHome = period({ line: 3 }, { kind: 'authority', gss: OWN });

describe('the plan for a child', () => {
  it('tells of placements and missing episodes elsewhere and keeps the rest at home', () => {
    const away = period({ line: 4, start: '2024-08-01' });
    const plan = planChild(
      file({
        periods: [atHome, away],
        missing: [missingFrom(atHome, { line: 6 }), missingFrom(away, { line: 7 })],
      }),
      nothing,
    );
    expect({
      told: plan.threads.map(({ commands, rows }) => [commands.map(({ action }) => action), rows]),
      home: plan.notForExchange,
      identity: plan.identity,
      notices: plan.notices,
    }).toStrictEqual({
      told: [
        [['placement/notify'], [{ file: 'episodes', line: 4 }]],
        [['missing/report'], [{ file: 'missing', line: 7 }]],
      ],
      home: [
        { file: 'episodes', line: 3 },
        { file: 'missing', line: 6 },
      ],
      identity: { file: 'header', line: 5 },
      notices: [],
    });
  });

  it.each([
    ['host unknown', { periods: [period({}, { kind: 'unknown' })] }],
    ['host unknown', { periods: [period({ postcode: '' }, { kind: 'unknown' })] }],
    ['episodes overlap', { periods: [{ ...period(), overlaps: true }] }],
    ['not placed that day', { missing: [missingRow()] }],
  ] as const)('tells people of: %s', (kind, change) => {
    expect(planChild(file(change), nothing).notices.map((notice) => notice.kind)).toStrictEqual([kind]);
  });

  it('tells people that a child goes in without identity', () => {
    const unnamed: ChildFile = { child: '4711', periods: [period()], missing: [], faults: [] };
    expect(planChild(unnamed, nothing).notices.map(({ kind }) => kind)).toStrictEqual(['no identity']);
  });

  it('sends a missing episode from a placement whose host is unknown', () => {
    const from = period({}, { kind: 'unknown' });
    const { threads } = planChild(file({ periods: [from], missing: [missingFrom(from)] }), nothing);
    expect(threads.map(({ commands }) => commands[0]?.action)).toStrictEqual([
      'placement/notify',
      'missing/report',
    ]);
  });

  it.each([
    ['still open', {}, ['gone from the return']],
    ['ended in the days of the return', { endedOn: '2024-04-01' }, ['gone from the return']],
    ['ended before them', { endedOn: '2024-03-31' }, []],
    ['begun after them', { startsOn: '2025-04-01' }, []],
  ])('only reports a placement, %s, that the return no longer has', (_, ended, notices) => {
    const held = {
      kind: 'placement',
      id: 'p-1',
      localId: '4711',
      startsOn: '2024-01-01',
      host: CROYDON,
      restricted: false,
      ...ended,
    } as const;
    const plan = planChild(file(), { ...nothing, placements: [held] });
    expect([plan.threads, plan.notices.map(({ kind }) => kind)]).toStrictEqual([[], notices]);
  });
});
