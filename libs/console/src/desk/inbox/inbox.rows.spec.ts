import { aMissingReport, aStanding, anEntry, touched } from '../mailbox/mailbox.fixture';
import { standingsOf } from '../mailbox/standing';
import type { Clock } from '../mailbox/clock';
import { rowsOf } from './inbox.rows';
import type { InboxRow, RowsOf } from './inbox.rows';

const NOW = '2026-11-22T02:14:00.000Z';
const aClock = (notice: string, change: Partial<Clock> = {}): Clock => ({
  ...{ id: `c-${notice}`, notice, kind: 'acknowledge', text: 'Acknowledge', owedBy: 'E09000008' },
  ...{ startedAt: '2026-11-20', warnAt: '2026-11-21T00:00:00.000Z', dueAt: '2026-11-22T01:00:00.000Z' },
  ...{ limitedBy: 'law', stepsTaken: 0 },
  ...change,
});
const rows = (change: Partial<RowsOf>): readonly InboxRow[] =>
  rowsOf({ entries: [], standings: new Map(), clocks: new Map(), now: NOW, ...change });
const numbers = (all: readonly InboxRow[]): readonly number[] => all.map(({ sequence }) => sequence);

describe('lines of the inbox', () => {
  it('begin with what is urgent and not taken on, then what is overdue, then the newest, and end with what is done', () => {
    const entries = [
      aMissingReport(1),
      anEntry(2),
      anEntry(3),
      aMissingReport(4),
      anEntry(5),
      anEntry(6, { dueAt: '2026-11-22T02:00:00.000Z' }),
    ];
    const standings = standingsOf([aStanding(4, { acknowledged: touched(NOW) }), aStanding(3)]);
    expect(numbers(rows({ entries, standings }))).toEqual([1, 6, 5, 3, 2, 4]);
  });

  it('say New before anybody opened it, Read before anybody took it on, and then what was done', () => {
    const standings = standingsOf([
      aStanding(2, { opened: touched(NOW) }),
      aStanding(3, { opened: touched(NOW), acknowledged: touched(NOW) }),
      aStanding(4, { acknowledged: touched(NOW), actions: [{ ...touched(NOW), action: 'visited' }] }),
    ]);
    const marks = rows({ entries: [1, 2, 3, 4].map((number) => anEntry(number)), standings }).map(
      ({ sequence, phaseTag, unread, waiting }) => [sequence, phaseTag.text, unread, waiting],
    );
    expect(marks).toEqual([
      [2, 'Read', false, true],
      [1, 'New', true, true],
      [4, 'Acted on', false, false],
      [3, 'Acknowledged', false, false],
    ]);
  });

  it('tell of an urgent notice that it is over or recalled, and no longer put it first', () => {
    const entries = [
      aMissingReport(1),
      anEntry(2),
      anEntry(3, { type: 'uk.ibex.missing.found', kind: 'Found or returned' }),
      aMissingReport(4),
      anEntry(5, { type: 'uk.ibex.missing.withdrawn' }),
    ];
    const of = (notice: string) => ({ notice });
    const standings = standingsOf([
      ...[aStanding(1, of('missing-1')), aStanding(2), aStanding(3, of('missing-1'))],
      ...[aStanding(4, of('missing-4')), aStanding(5, of('missing-4'))],
    ]);
    const shown = rows({ entries, standings });
    expect(numbers(shown)).toEqual([5, 3, 2, 4, 1]);
    expect(shown.map(({ since }) => since)).toEqual([
      ...[undefined, undefined, undefined],
      ...['Recalled since: do not act on it', 'Over since: found, ended or closed'],
    ]);
  });

  it.each([
    ['is past its date', {}, 'Overdue', true],
    ['stands still', { pausedAt: '2026-11-21T00:00:00.000Z' }, 'Paused', false],
    ['has less than a day', { dueAt: '2026-11-23T00:00:00.000Z' }, 'Due within a day', false],
    ['has time', { dueAt: '2026-12-23T00:00:00.000Z' }, undefined, false],
  ])('mark a notice of which a clock %s', (_, change, text, overdue) => {
    const clocks = new Map([['placement-1', aClock('placement-1', change)]]);
    const [row] = rows({ entries: [anEntry(1)], standings: standingsOf([aStanding(1)]), clocks });
    expect([row?.clockTag?.text, row?.overdue]).toEqual([text, overdue]);
  });

  it('call what a sharing agreement no longer opens withdrawn', () => {
    const [row] = rows({ entries: [anEntry(1, { withdrawn: true })] });
    expect([row?.phaseTag.text, row?.waiting]).toEqual(['Withdrawn', false]);
  });

  it('sound for a child who is missing now, and not for one who was', () => {
    const entries = [aMissingReport(1), aMissingReport(2, { urgency: 'routine' }), anEntry(3)];
    expect(rows({ entries }).map(({ sequence, missingChild }) => [sequence, missingChild])).toEqual([
      [1, true],
      [3, false],
      [2, false],
    ]);
  });
});
