import { completenessPage } from './completeness.page';

const feed = {
  ...{ authority: 'E09000008', authorityName: 'Croydon', notification: 'missing', says: 'x' },
  ...{ state: 'silent' as const, usually: 'daily' as const, lastPostedOn: '2026-11-01' },
  daysPosted: { of7: 0, of30: 12, of90: 60 },
};
const item = {
  authority: 'E09000008',
  authorityName: 'Croydon',
  feeds: [feed],
  hasLiveSubscriptions: false,
  member: true,
};
const status = { items: [item], on: '2026-11-22', position: 1, upToDate: true };

describe('the board of completeness', () => {
  it('shows each feed with its rhythm, and who listens', () => {
    expect(completenessPage(status, false).table).toEqual({
      caption: 'Who posts, and who listens',
      columns: ['Authority', 'Missing', 'Listening'],
      rows: [
        [
          'Croydon',
          {
            lines: [
              { tag: 'Silent', colour: 'red' },
              { hint: 'usually daily' },
              { day: '2026-11-01' },
              { hint: 'on 12 days of 30' },
            ],
          },
          { lines: [{ hint: 'Inbox only' }] },
        ],
      ],
    });
  });

  it('warns of whom is silent, and of nobody else', () => {
    expect([
      completenessPage(status, false).anySilent,
      completenessPage({ ...status, items: [] }, true).anySilent,
    ]).toEqual([...[true, false]]);
  });
});
