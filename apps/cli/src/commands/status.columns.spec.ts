import { renderColumns } from './columns';
import { FEEDS, feedLines } from './status.columns';

const kent = {
  authority: 'E10000016',
  authorityName: 'Kent',
  member: true,
  hasLiveSubscriptions: true,
  feeds: [
    {
      ...{ authority: 'E10000016', authorityName: 'Kent', notification: 'placement', state: 'silent' },
      ...{ lastPostedOn: '2026-03-01', usually: 'daily', silentSince: '2026-03-06' },
    },
    { authority: 'E10000016', authorityName: 'Kent', notification: 'move', state: 'never-posted' },
  ],
};
const channels = [
  { channel: 'webhook', subscriptions: 2, lastDeliveredAt: '2026-03-10T08:15:30.000Z' },
  { channel: 'pull-feed', subscriptions: 0, lastSeenAt: '2026-03-10T09:00:00.000Z' },
];
const shown = (...authorities: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
  renderColumns(feedLines(authorities), FEEDS, 'csv').split('\r\n');

describe('how authorities post and receive, as lines', () => {
  it('are one for each notification type, with who listens said once', () => {
    expect(shown(kent)).toEqual([
      'authority,type,state,last posted,usually,silent since,member,listens',
      'Kent,placement,silent,2026-03-01,daily,2026-03-06,yes,yes',
      'Kent,move,never-posted,,,,yes,',
    ]);
  });

  it('tell the channels where the exchange tells them', () => {
    expect(shown({ ...kent, channels })[1]).toContain(
      'webhook (2 live), last 2026-03-10 08:15 UTC; pull-feed, last 2026-03-10 09:00 UTC',
    );
  });

  it('are none for an exchange that nobody uses', () => {
    expect(shown()).toHaveLength(1);
  });
});
