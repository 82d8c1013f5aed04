import type { Role } from '@ibex/kernel';
import { CAMDEN, CROYDON, aMissingReport, aStanding, touched } from '../mailbox/mailbox.fixture';
import { noticePage } from './notice.page';
import type { Detail, NoticeAnswers, Whole } from './notice.answers';

const NOW = '2026-11-22T02:14:00.000Z';
const by = { authority: CAMDEN, person: 'p-1', role: 'duty-desk' };
const fact = (id: string, type: string, revision: number): Whole['facts'][number] => ({
  ...{ id, notice: 'missing-m-1', type, title: type, revision, recordedAt: NOW, by },
  data: { risk: 'high' },
});
const detail: Detail = {
  ...fact('f-0', 'MissingReported', 0),
  sight: 'addressee',
  child: { localId: 'C-1', forename: 'Tilly', surname: 'Invented', dateOfBirth: '2011-11-23' },
};
const answers = (change: Partial<NoticeAnswers> = {}): NoticeAnswers => ({
  ...{ entry: aMissingReport(1), standing: aStanding(1, { opened: touched(NOW) }), detail },
  whole: { notice: 'missing-m-1', sight: 'addressee', facts: [fact('f-0', 'MissingReported', 0)] },
  ...{ duties: [], clocks: [], thread: [], recipients: [] },
  ...change,
});
const page = (change: Partial<NoticeAnswers> = {}, role: Role = 'duty-desk') =>
  noticePage(answers(change), { person: 'p-night', authority: CROYDON, roles: [role] }, NOW);
const offers = (change: Partial<NoticeAnswers> = {}, role: Role = 'duty-desk') =>
  page(change, role)['offers'];
const later = (...types: readonly string[]): Partial<NoticeAnswers> => ({
  whole: {
    ...{ notice: 'missing-m-1', sight: 'addressee' },
    facts: ['MissingReported', ...types].map((type, at) => fact(`f-${String(at)}`, type, at)),
  },
});

describe('a notice', () => {
  it('says who the child is, how old tonight, and what it tells', () => {
    expect(page()).toMatchObject({
      child: {
        name: 'Tilly INVENTED',
        rows: [
          { label: 'Born', value: { lines: [{ day: '2011-11-23' }, '14 years old'] } },
          { label: 'Their reference', value: 'C-1' },
        ],
      },
      rows: [{ label: 'Police grade of risk' }],
      phaseTag: { text: 'Read' },
      own: [{ says: 'Opened by you', at: NOW }],
    });
  });

  it('offers to acknowledge until somebody has, and at any time to record what was done', () => {
    expect(offers()).toMatchObject({ acknowledge: true, act: true, ask: true, sighting: true });
    const taken = aStanding(1, { acknowledged: touched(NOW) });
    expect(offers({ standing: taken })).toMatchObject({ acknowledge: false, act: true });
  });

  it('lets nobody tell of a sighting whom the exchange would refuse, or once the child is found', () => {
    expect(offers({}, 'mash')).toMatchObject({ sighting: false, found: false, response: false, ask: true });
    expect(offers(later('MissingFound'))).toMatchObject({ sighting: false, found: false });
  });

  it.each([
    [['MissingFound'], 'Over since: found, ended or closed', false],
    [['MissingCorrected'], 'Corrected since', false],
    [['MissingFound', 'MissingWithdrawn'], 'Recalled since: do not act on it', true],
  ])('warns at the top after %j', (types, since, recalled) => {
    expect(page(later(...types))).toMatchObject({ since, recalled });
  });

  it('explains why there is nothing to be read', () => {
    const hidden = (change: Partial<NoticeAnswers>) =>
      String(page({ detail: undefined, whole: undefined, ...change })['hidden']);
    expect(hidden({})).toContain('may have become restricted');
    expect(hidden({ entry: aMissingReport(1, { withdrawn: true }) })).toContain('sharing agreement');
    const entries = Object.entries(aMissingReport(1, { type: 'uk.ibex.feed.silent' }));
    const ours = Object.fromEntries(entries.filter(([name]) => name !== 'factId')) as NoticeAnswers['entry'];
    expect(hidden({ entry: ours })).toContain('about no child');
  });

  it('shows its sender what was asked and who has it, and offers to answer', () => {
    const kind = 'question' as const;
    const asked = { kind, queryId: 'q-1', by: CROYDON, person: 'p', role: 'duty-desk', at: NOW };
    const recipient = { authority: CROYDON, capacity: 'host', urgency: 'urgent', queuedAt: NOW } as const;
    const own = page({
      entry: aMissingReport(1, { type: 'uk.ibex.delivery.query-asked' }),
      detail: { ...detail, sight: 'owner' },
      thread: [{ ...asked, text: 'Which school?' }, asked],
      recipients: [{ ...recipient, state: 'opened', opened: touched(NOW) }],
    });
    expect(own).toMatchObject({
      owner: true,
      offers: { ask: false, answer: 'q-1', response: false },
      thread: [{ text: 'Which school?' }, { text: 'The text is gone: the record was erased.' }],
      ladder: [{ authority: CROYDON, tag: { text: 'Opened' }, at: NOW, says: [] }],
    });
  });
});
