import { ladderOf, noticePage, openQuestions } from './notice.page';
import type { Notice, Recipient, ThreadMessage } from './notice.page';
import { toldPage } from './told.page';
import type { ToldSources } from './told.page';

const [CAMDEN, CROYDON] = ['E09000007', 'E09000008'];
const by = { authority: CAMDEN, person: 'p-1', role: 'placing-practitioner' };
const AT = '2026-03-02T09:00:00.000Z';

const notice: Notice = {
  ...{ notice: 'placement-n-1', sight: 'owner', child: { localId: 'CAM-1', forename: 'Nia' } },
  facts: [
    {
      ...{ id: 'f-1', type: 'PlacementNotified', title: 'Placement notified', notice: 'placement-n-1' },
      ...{ recordRef: 'record-1', revision: 0, recordedAt: AT, by, data: {} },
    },
  ],
};
const recipient: Recipient = {
  ...{ authority: CROYDON, capacity: 'host', urgency: 'prompt', state: 'acknowledged', queuedAt: AT },
  delivered: { at: AT, person: 'p', role: 'duty-desk' },
  acknowledged: { at: '2026-03-02T10:00:00.000Z', person: 'p', role: 'duty-desk' },
};
const message = (kind: 'question' | 'answer', queryId: string): ThreadMessage => ({
  ...{ kind, queryId, by: CROYDON, person: 'p', role: 'duty-desk', at: AT, text: 'Which school?' },
});

describe('a notice', () => {
  it('shows each rung of a recipient’s ladder with its time', () => {
    expect(ladderOf(recipient).rungs).toEqual([
      { text: 'In its mailbox', at: AT },
      { text: 'Delivered', at: AT },
      { text: 'Opened', at: undefined },
      { text: 'Acknowledged', at: '2026-03-02T10:00:00.000Z' },
    ]);
    expect(ladderOf({ ...recipient, state: 'to-be-told' }).isByLetter).toBe(true);
  });

  it('asks for an answer to what nobody answered yet', () => {
    const thread = [message('question', 'q-1'), message('answer', 'q-1'), message('question', 'q-2')];
    expect(openQuestions(thread).map(({ queryId }) => queryId)).toEqual(['q-2']);
  });

  it('offers what may be told next, and keeps what was typed where it was not taken', () => {
    const page = noticePage({
      ...{ notice, category: 'placement', id: 'n-1', roles: ['placing-practitioner'], key: 'k' },
      told: [
        {
          fact: notice.facts[0] ?? raise(),
          recipients: [{ recipient, thread: [message('question', 'q-1')] }],
        },
      ],
      faults: { summary: [], of: { 'answer.q-1': 'Too long' } },
      typed: { 'q-1': 'Haver' },
    });
    expect(page.child).toBe('Nia');
    expect(page.childPage).toBe('/console/mash/children/record-1');
    expect(page.next.map(({ value }) => value)).toContain('placement-end');
    expect(page.told[0]?.recipients[0]?.open).toMatchObject([
      { factId: 'f-1', fault: 'Too long', typed: 'Haver' },
    ]);
  });
});

describe('what we told', () => {
  const sources = {
    placements: [
      {
        ...{ noticeId: 'n-1', localId: 'CAM-1', host: { kind: 'authority', gss: CROYDON, name: 'Croydon' } },
        ...{ startsOn: '2026-03-02', stays: [], restricted: false },
        ...{ notice: 'planned', carePlan: 'pending', assessment: 'pending' },
      },
      {
        ...{
          noticeId: 'n-2',
          host: { kind: 'withheld' },
          startsOn: '2026-03-02',
          stays: [],
          restricted: true,
        },
        ...{ notice: 'planned', carePlan: 'pending', assessment: 'pending' },
      },
    ],
    missing: [],
    duties: [
      {
        notice: 'move-n-3',
        notification: 'move',
        recordOwner: CAMDEN,
        startedAt: '2026-03-02',
        text: 'Hold a conference',
      },
      { notice: 'move-n-4', notification: 'move', recordOwner: CROYDON, startedAt: AT, text: 'Not ours' },
      {
        notice: 'placement-n-1',
        notification: 'placement',
        recordOwner: CAMDEN,
        startedAt: AT,
        text: 'In the register',
      },
    ],
    sent: [{ id: 's-1', sent: { id: 'n-3', category: 'move', title: 'Move notified', recordedAt: AT } }],
    authority: CAMDEN,
  } as unknown as ToldSources;

  it('is each notice once, from the registers, what was sent and what is owed', () => {
    const page = toldPage(sources);
    expect(page.placements.rows.map((row) => row.slice(0, 2))).toEqual([
      [{ href: '/console/tell/notices/placement/n-1', text: 'CAM-1', about: 'placement' }, 'Croydon'],
      [
        { href: '/console/tell/notices/placement/n-2', text: 'Erased record', about: 'placement' },
        'Kept from everyone',
      ],
    ]);
    expect(page.others.rows).toEqual([
      [{ href: '/console/tell/notices/move/n-3', text: 'Move notified' }, { when: AT }],
    ]);
  });
});

function raise(): never {
  throw new RangeError('there is a fact');
}
