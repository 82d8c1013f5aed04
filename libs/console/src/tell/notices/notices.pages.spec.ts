import { answersIn } from './answered.page';
import { ladderOf, noticePage, openQuestions, withQuestions } from './notice.page';
import type { Notice, Recipient, ThreadMessage } from './notice.page';
import { toldAsked } from './told.asked';
import { toldPage } from './told.page';
import type { ToldAnswer, ToldLine } from './told.page';

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

  it('says with an answer which of several questions it is to', () => {
    const thread = [message('question', 'q-1'), message('question', 'q-2'), message('answer', 'q-2')];
    expect(withQuestions(thread).map(({ about }) => about)).toEqual([undefined, undefined, 'Which school?']);
    const alone = [message('question', 'q-1'), message('answer', 'q-1')];
    expect(withQuestions(alone).map(({ about }) => about)).toEqual([undefined, undefined]);
  });

  it('offers what may be told next, and keeps what was typed where it was not taken', () => {
    const page = noticePage({
      ...{ notice, category: 'placement', id: 'n-1', roles: ['placing-practitioner'], key: 'k' },
      authority: CAMDEN,
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

describe('what others answered', () => {
  const first = notice.facts[0] ?? raise();
  const fact = (more: Partial<Notice['facts'][number]>): Notice['facts'][number] => ({ ...first, ...more });
  const byHost = { by: { ...by, authority: CROYDON } };

  it('is what they said, in words, the latest first, and not what we told ourselves', () => {
    const facts = [
      fact({ data: { concerns: true } }),
      fact({ ...byHost, title: 'Placement acknowledged' }),
      fact({ ...byHost, title: 'First answer', data: { concerns: false, riskAssessedOn: '2026-03-03' } }),
      fact({
        ...{ ...byHost, title: 'Second answer', data: { concerns: true } },
        personal: { narrative: 'Gangs', contacts: { teamManager: { name: 'Joan', phone: '020 1' } } },
      }),
    ];
    expect(answersIn(facts, CAMDEN)).toMatchObject([
      {
        ...{ title: 'Second answer', by: CROYDON },
        rows: [
          { label: 'Concerns', value: { tag: 'Has concerns', colour: 'red' } },
          { label: 'In its words', value: 'Gangs' },
          { label: 'Whom to ring', value: { lines: ['Joan', '020 1'] } },
        ],
      },
      {
        title: 'First answer',
        rows: [
          { label: 'Concerns', value: 'None' },
          { label: 'Risk in its area assessed', value: { day: '2026-03-03' } },
        ],
      },
    ]);
  });
});

const line = (more: Partial<ToldLine> = {}): ToldLine => ({
  ...{ factId: 'f-1', notice: 'placement-n-1', noticeId: 'n-1', notification: 'placement' },
  ...{ kind: 'PlacementNotified', title: 'Placement notified', recordRef: 'record-1', recordOwner: CAMDEN },
  ...{ occurredAt: '2026-03-02', recordedAt: AT, role: 'placing-practitioner', state: 'open' },
  child: { localId: 'CAM-1', forename: 'Nia', surname: 'Grant' },
  reach: reach({ told: 1, delivered: 1 }),
  ...more,
});
const reach = (more: Partial<ToldLine['reach']> = {}): ToldLine['reach'] => ({
  ...{ told: 0, waiting: 0, delivered: 0, opened: 0, acknowledged: 0, toTell: 0, toldOtherwise: 0 },
  ...more,
});
const erased: ToldLine = {
  ...{ factId: 'f-2', notice: 'move-n-2', noticeId: 'n-2', notification: 'move', kind: 'MoveNotified' },
  ...{ title: 'Move notified', recordOwner: CAMDEN, occurredAt: '2026-03-02', recordedAt: AT },
  ...{ role: 'duty-desk', state: 'over', reach: reach() },
};
const quiet: ToldAnswer['completeness'] = {
  ...{ feeds: [], link: '/v1/status/authorities' },
  others: { asUsual: 0, neverPosted: 0, silent: 0, tooFewToSay: 0 },
};
const pageOf = (items: readonly ToldLine[], query: object = {}, next?: string) => {
  const answer = { items, position: 1, upToDate: true, completeness: quiet };
  const asked = toldAsked(query);
  return toldPage({ answer: next === undefined ? answer : { ...answer, next }, asked, authority: CAMDEN });
};

describe('what we told', () => {
  it('leads from each line to its notice, and says of whom it is, when, by whom and how it stands', () => {
    expect(pageOf([line()]).table.rows).toEqual([
      [
        {
          lines: [
            {
              href: '/console/tell/notices/placement/n-1',
              text: 'Placement notified',
              about: 'about Nia Grant',
            },
            'Nia Grant',
            { hint: 'Your number CAM-1' },
          ],
        },
        { lines: [{ when: AT }, { hint: 'by the placements team' }] },
        { lines: [{ tag: 'Delivered', colour: 'light-blue' }, { hint: 'Of 1 authority: 1 delivered' }] },
        { tag: 'Goes on', colour: 'blue' },
      ],
    ]);
  });

  it('names the one thing to see to', () => {
    const tagOf = (counts: Partial<ToldLine['reach']>): unknown => {
      const cell = JSON.stringify(pageOf([line({ reach: reach(counts) })]).table.rows[0]?.[2]);
      return /"(?:tag|hint)":"([^"]+)"/.exec(cell)?.[1];
    };
    expect(tagOf({})).toBe('No other authority');
    expect(tagOf({ told: 2, toTell: 1, waiting: 1 })).toBe('1 to tell by other means');
    expect(tagOf({ told: 2, waiting: 1, delivered: 1 })).toBe('1 not fetched yet');
    expect(tagOf({ told: 2, delivered: 2, acknowledged: 1 })).toBe('Delivered');
    expect(tagOf({ told: 2, delivered: 2, acknowledged: 2 })).toBe('Taken on');
    expect(tagOf({ told: 1, toldOtherwise: 1 })).toBe('Told by other means');
  });

  it('says whose notice it was that was answered, and what was erased', () => {
    const rows = pageOf([line({ recordOwner: CROYDON }), erased]).table.rows;
    expect(JSON.stringify(rows[0])).toContain('An answer to a notice of');
    expect(JSON.stringify(rows[1])).toContain('Name not shown: restricted, or erased');
  });

  it('narrows by what stands in the address, and lets be what it does not know', () => {
    expect(toldAsked({ about: 'move', state: 'over', since: '3 March 2026' })).toMatchObject({
      ...{ about: 'move', state: 'over', since: '2026-03-03' },
    });
    expect(toldAsked({ about: 'record', state: "'", cursor: 'x'.repeat(401) })).toEqual({ typed: '' });
    const wrong = toldAsked({ since: '31/2/2026' });
    expect(wrong.since).toBeUndefined();
    expect(wrong.faults?.of['since']).toMatch(/^Enter a real date/);
  });

  it('goes on by the cursor with the same questions, and back to the newest', () => {
    const { pages } = pageOf([line()], { about: 'move', since: '2026-03-03', cursor: 'abc' }, 'def');
    expect(pages).toEqual({
      next: '/console/tell/told?about=move&since=2026-03-03&cursor=def',
      first: '/console/tell/told?about=move&since=2026-03-03',
    });
  });
});

function raise(): never {
  throw new RangeError('there is a fact');
}
