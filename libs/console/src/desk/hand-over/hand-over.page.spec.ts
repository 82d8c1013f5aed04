import { aMissingReport, aStanding, anEntry, touched } from '../mailbox/mailbox.fixture';
import { standingsOf } from '../mailbox/standing';
import { handOverPage } from './hand-over.page';
import { shiftIn } from './shift';

const NOW = '2026-11-22T08:00:00.000Z';
const asked = shiftIn({}, NOW);

describe('the time that a hand-over is about', () => {
  it('is the last 12 hours unless told, and says so in its form', () => {
    expect(asked).toEqual({
      shift: { from: '2026-11-21T20:00:00.000Z', to: NOW },
      entries: {
        ...{ fromDay: '21 November 2026', fromTime: '20:00' },
        ...{ toDay: '22 November 2026', toTime: '08:00' },
      },
    });
  });

  it('is read as people write it', () => {
    const typed = { fromDay: '21/11/2026', fromTime: '8pm', toDay: '22 November 2026', toTime: '8.30am' };
    expect(shiftIn(typed, NOW).shift).toEqual({
      from: '2026-11-21T20:00:00.000Z',
      to: '2026-11-22T08:30:00.000Z',
    });
  });

  it.each([
    [{ fromDay: 'soon' }, 'fromDay', 'Enter when the shift began'],
    [{ toDay: '' }, 'toDay', 'Enter when the shift ended'],
    [{ toDay: '20/11/2026' }, 'toDay', 'The end must be after the beginning'],
    [{ fromDay: '1/11/2026' }, 'fromDay', 'A summary reaches over 7 days at most'],
  ])('with %j is not taken', (change, field, says) => {
    const typed = { fromDay: '21/11/2026', fromTime: '8pm', toDay: '22/11/2026', toTime: '8am', ...change };
    expect(shiftIn(typed, NOW).faults?.of[field]).toContain(says);
  });
});

describe('a hand-over', () => {
  const nobody = { items: [], isWhole: true };
  const entries = [
    aMissingReport(1, { at: '2026-11-20T10:00:00.000Z' }),
    aMissingReport(2, { at: '2026-11-22T01:00:00.000Z' }),
    anEntry(3, { at: '2026-11-22T02:00:00.000Z' }),
    anEntry(4, { at: '2026-11-22T03:00:00.000Z' }),
  ];
  const standings = standingsOf([
    aStanding(2, {
      acknowledged: touched('2026-11-22T01:05:00.000Z'),
      actions: [{ ...touched('2026-11-22T01:30:00.000Z', 'p-other'), action: 'visited' }],
    }),
    aStanding(3, { acknowledged: touched('2026-11-22T09:00:00.000Z') }),
  ]);
  const window = { entries, standings, head: 4, before: 0 };
  const page = handOverPage({ asked, window, clocks: [], episodes: nobody, person: 'p-night', now: NOW });

  it('tells what came, what was taken on and done in the shift, and what is still open from any time', () => {
    expect(page).toMatchObject({
      kinds: {
        rows: [
          ['Placement notified', 2, 0, 1],
          ['Reported missing', 1, 1, 0],
        ],
      },
      came: { all: 1, shown: [{ sequence: 3 }] },
      waiting: { all: 2, shown: [{ sequence: 1 }, { sequence: 4 }] },
      acknowledged: { all: 1, shown: [{ row: { sequence: 2 }, says: 'by you' }] },
      actions: {
        all: 1,
        shown: [
          { row: { sequence: 2 }, says: 'The child or the address was visited, by a colleague (duty desk)' },
        ],
      },
    });
  });

  it('leads from a duty and from a missing child to the notice in the inbox', () => {
    const clock = { notice: 'placement-3', dueAt: '2026-11-22T07:00:00.000Z', text: 'Acknowledge' };
    const episode = { noticeId: '2', startedAt: NOW, responsible: 'E09000007', scope: 'here' as const };
    const told = standingsOf([aStanding(2, { notice: 'missing-2' }), aStanding(3)]);
    const page = handOverPage({
      ...{ asked, window: { ...window, standings: told }, person: 'p-night', now: NOW },
      ...{
        clocks: [clock as never],
        episodes: { items: [episode, { ...episode, noticeId: 'older' }], isWhole: false },
      },
    });
    expect(page).toMatchObject({
      late: { shown: [{ row: { sequence: 3 } }] },
      episodes: { shown: [{ row: { sequence: 2 } }, { row: undefined }], hasOthers: true },
    });
  });

  it('tells a hundred of a list, what needs somebody first, and how many there are', () => {
    const many = Array.from({ length: 120 }, (_, index) => anEntry(index + 1, { at: NOW }));
    const busy = {
      ...window,
      entries: [...many, aMissingReport(121, { at: NOW })],
      standings: standingsOf([]),
    };
    const later = { ...asked, shift: { ...asked.shift, to: '2026-11-22T09:00:00.000Z' } };
    const { waiting } = handOverPage({
      ...{ asked: later, window: busy, clocks: [], episodes: nobody, person: 'p', now: NOW },
    }) as { waiting: Readonly<{ all: number; shown: readonly Readonly<{ sequence: number }>[] }> };
    expect([waiting.all, waiting.shown.length, waiting.shown[0]?.sequence]).toEqual([121, 100, 121]);
  });

  it('says that there may be further duties where the answer held no more', () => {
    const clock = { notice: 'placement-9', dueAt: '2026-11-20T07:00:00.000Z', text: 'Acknowledge' };
    const clocks = Array.from({ length: 100 }, () => clock as never);
    const full = handOverPage({ asked, window, clocks, episodes: nobody, person: 'p-night', now: NOW });
    expect(full).toMatchObject({ late: { all: 100, hasOthers: true }, soon: { all: 0, hasOthers: true } });
    expect(full['counts']).toContainEqual({ count: 100, says: 'or more duties overdue', alarms: true });
  });

  it('counts it', () => {
    const counts = page['counts'] as readonly Readonly<{ count: number }>[];
    expect(counts.map(({ count }) => count)).toEqual([2, 0, 0, 3, 1, 1]);
  });
});
