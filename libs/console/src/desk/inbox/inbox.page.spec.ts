import { CAMDEN, aMissingReport, aStanding, anEntry, touched } from '../mailbox/mailbox.fixture';
import { standingsOf } from '../mailbox/standing';
import { addressOf, filterOf } from './inbox.filter';
import { PER_PAGE, inboxPage } from './inbox.page';
import type { InboxParts } from './inbox.page';

const NOW = '2026-11-22T02:14:00.000Z';
const worklists: InboxParts['worklists'] = [
  { name: 'missing-here', title: 'Missing now: placed here', says: '', lines: 2 },
  { name: 'missing-ours', title: 'Missing now: ours', says: '', lines: 1 },
  { name: 'duties-due', title: 'Due', says: '', lines: 9 },
];
const page = (query: Record<string, unknown>, change: Partial<InboxParts['window']> = {}) =>
  inboxPage({
    window: { entries: [], standings: new Map(), head: 9, before: 0, ...change },
    ...{ clocks: [], worklists, now: NOW, filter: filterOf(query), nameOf: () => 'Camden' },
  });
const entries = [
  aMissingReport(1),
  anEntry(2),
  anEntry(3, { from: 'E09000022', type: 'uk.ibex.move.notified' }),
];
const standings = standingsOf([aStanding(2, { acknowledged: touched(NOW) })]);

describe('the inbox', () => {
  it('counts what needs somebody, and leads there', () => {
    expect(page({}, { entries, standings })).toMatchObject({
      tiles: [
        { count: 1, says: 'urgent, not acknowledged', href: '/console/desk?urgency=urgent', alarms: true },
        { count: 2, says: 'waiting to be acknowledged' },
        { count: 3, href: '/console/registers/missing', alarms: true },
        { count: 0, says: 'duties overdue', alarms: false },
        { count: 0 },
      ],
      ...{ found: 2, unread: 2, lastSequence: 3, live: true, narrowed: false },
    });
  });

  it('puts what is urgent under a heading of its own', () => {
    const groups = page({ show: 'all' }, { entries, standings })['groups'];
    expect(groups).toMatchObject([
      { id: 'act-now', rows: [{ sequence: 1 }] },
      { id: 'waiting', rows: [{ sequence: 3 }] },
      { id: 'taken-on', rows: [{ sequence: 2 }] },
    ]);
  });

  it.each([
    [{ kind: 'move' }, 1],
    [{ urgency: 'urgent' }, 1],
    [{ show: 'taken-on' }, 1],
    [{ show: 'unread', from: CAMDEN }, 1],
    [{ show: 'overdue' }, 0],
    [{ show: 'all' }, 3],
  ])('shows of %j what was asked for, and nothing new by itself', (query, found) => {
    expect(page(query, { entries, standings })).toMatchObject({ found, narrowed: true, live: false });
  });

  it('turns pages, and leads to what lies further back', () => {
    const many = Array.from({ length: PER_PAGE + 3 }, (_, at) => anEntry(at + 11));
    const shown = page({ page: '2' }, { entries: many, before: 10 });
    expect(shown['pages']).toEqual({
      ...{ page: 2, last: 2, first: 26, upTo: 28 },
      previous: { href: '/console/desk' },
    });
    expect(shown['older']).toEqual({ href: '/console/desk?upTo=10', before: 10 });
  });

  it.each([
    ['nobody has told anything yet', {}, { head: 0 }, 'Nobody has told your authority anything yet'],
    ['everything is acknowledged', {}, {}, 'Nothing is waiting'],
    ['nothing matches', { kind: 'move' }, {}, 'Nothing matches'],
  ])('explains itself where %s', (_, query, change, title) => {
    expect(page(query, change)['emptiness']).toMatchObject({ title });
  });
});

describe('what the address of the inbox asks for', () => {
  it('is read back as it was written', () => {
    const filter = filterOf({ show: 'overdue', kind: 'missing', urgency: 'urgent', from: CAMDEN, upTo: '9' });
    const { searchParams } = new URL(addressOf(filter), 'http://x');
    expect(filterOf(Object.fromEntries(searchParams))).toEqual(filter);
  });

  it('is the usual where it makes no sense', () => {
    const odd = { show: '<script>', kind: '"', urgency: ['x'], from: 'Camden', page: '-1', upTo: '1e9' };
    expect(filterOf(odd)).toEqual({ show: 'waiting', kind: '', urgency: '', from: '', page: 1 });
  });
});
