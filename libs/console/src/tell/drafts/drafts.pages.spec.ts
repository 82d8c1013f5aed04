import type { Step } from '../questions/question';
import { findJourney } from '../journeys/journeys';
import type { Journey } from '../journeys/journey';
import { homePage } from '../home/home.page';
import { sentPage } from '../sent/sent.page';
import { checkPage, faultsByQuestion, linkedFaults } from './check.page';
import type { Preview } from './check.page';
import { isDraft, newDraft, stepsOf } from './draft';
import type { Draft } from './draft';
import { orderOf } from './sending';
import { stepPage } from './step.page';

const [CAMDEN, CROYDON, KENT] = ['E09000007', 'E09000008', 'E10000016'];
const nameOf = (gss: string): string => ({ [CROYDON]: 'Croydon', [KENT]: 'Kent' })[gss] ?? gss;

const journeyOf = (name: string): Journey => {
  const journey = findJourney(name);
  if (!journey) throw new RangeError(name);
  return journey;
};
const placement = journeyOf('placement');
const draftOf = (change: Partial<Draft> = {}): Draft => ({ ...newDraft(placement, 'key-1'), ...change });
const answers = {
  ...{ 'child.localId': 'CAM-1', 'startsOn-day': '2', 'startsOn-month': '3', 'startsOn-year': '2026' },
  ...{ notice: 'planned', postcode: 'cr01ea', hostHow: CROYDON },
};
const found = { postcode: 'CR0 1EA', tableLoaded: true, authorities: [CROYDON] };
const kept = (draft: Draft, journey = placement) => ({ id: 'd-1', draft, journey });
const shownSteps = (draft: Draft): readonly Step[] => stepsOf(placement, draft, nameOf);

const preview: Preview = {
  facts: [{ type: 'PlacementNotified', title: 'Placement notified' }],
  told: [
    {
      ...{ authority: CROYDON, capacity: 'host', urgency: 'prompt', member: true },
      basis: { text: 'Told in writing', source: 'reg 13(4)' },
      duty: { text: 'Acknowledge', dueAt: '2026-03-10T00:00:00.000Z' },
    },
  ],
  duties: [
    { text: 'Give the care plan', owedBy: CAMDEN, source: 'reg 13', dueAt: '2026-03-10T00:00:00.000Z' },
    { text: 'Answer', owedBy: CROYDON, source: 'target', targetAt: '2026-03-10T12:30:00.000Z' },
  ],
};

describe('a draft', () => {
  it('is known for one when it is kept', () => {
    expect([isDraft(draftOf()), isDraft({}), isDraft(null), isDraft('x')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('asks whether it is one of our children only where records look alike', () => {
    const likely = [
      { recordRef: 'ref-0001', owner: CAMDEN, likeliness: 'very-likely', agrees: ['Surname: the same'] },
    ];
    expect(shownSteps(draftOf()).map(({ id }) => id)).not.toContain('same-child');
    const [step] = shownSteps(draftOf({ likely })).filter(({ id }) => id === 'same-child');
    expect(step?.questions[0]).toMatchObject({
      choices: [
        {
          value: 'ref-0001',
          text: 'Yes, record 1 of ours',
          hint: 'Very likely the same child. · Surname: the same',
        },
        { value: 'new', text: 'No, this is another child' },
      ],
    });
  });

  it('comes to the order that its own route would take', () => {
    expect(orderOf(kept(draftOf({ answers, found })), CAMDEN)).toEqual({
      action: 'placement/notify',
      body: {
        ...{ child: { localId: 'CAM-1' }, startsOn: '2026-03-02', notice: 'planned' },
        ...{ postcode: 'CR0 1EA', host: CROYDON },
      },
    });
    const end = draftOf({
      ...{ journey: 'placement-end', notice: { category: 'placement', id: 'n-1' } },
      answers: { 'endedOn-day': '1', 'endedOn-month': '4', 'endedOn-year': '2026' },
    });
    expect(orderOf(kept(end, journeyOf('placement-end')), CAMDEN)).toEqual({
      ...{ action: 'placement/end', id: 'n-1', body: { endedOn: '2026-04-01' } },
    });
  });
});

describe('a question page', () => {
  const page = (
    id: string,
    more: Partial<Parameters<typeof stepPage>[0]> = {},
    draft = draftOf({ answers, found }),
  ) => {
    const steps = shownSteps(draft);
    const step = steps.find((each) => each.id === id);
    if (!step) throw new RangeError(id);
    return stepPage({
      ...{
        kept: kept(draft),
        steps,
        step,
        answers: draft.answers,
        faults: {},
        authorities: [],
        to: '',
        today: '2026-03-02',
      },
      ...more,
    });
  };

  it('leads back to the page before, or to the check where it came from', () => {
    expect(page('start').back).toBe('/console/tell/drafts/d-1/steps/child-numbers');
    expect(page('child').back).toBe('/console/tell');
    expect(page('start', { to: 'check' }).back).toBe('/console/tell/drafts/d-1/check');
  });

  it('says how the authority was found, as the hint of its only question', () => {
    expect(page('host')).toMatchObject({ isAlone: true, title: 'Which authority is that in?' });
    expect(page('host').fields[0]?.params).toMatchObject({
      hint: { text: 'We found this authority by the postcode. Check that it is right.' },
      items: [{ value: CROYDON, text: 'Croydon', checked: true }, {}, {}, {}],
    });
    const unknown = draftOf({ answers, found: { ...found, authorities: [] } });
    expect(page('host', {}, unknown).fields[0]?.params['hint']).toEqual({
      text: 'The postcode is not in the table, so check it or choose the authority yourself.',
    });
    const none = draftOf({ answers, found: { ...found, tableLoaded: false, authorities: [] } });
    expect(page('host', {}, none).fields[0]?.params['hint']).toEqual({
      text: 'No table of postcodes is loaded here, so choose the authority yourself.',
    });
  });

  it('shows its own faults alone', () => {
    const faults = { startsOn: 'Wrong', 'child.localId': 'Elsewhere' };
    expect(page('start', { faults }).faults?.summary).toEqual([{ text: 'Wrong', href: '#startsOn' }]);
    expect(page('kind', { faults }).faults).toBeUndefined();
  });

  it('lets the rest be skipped once all that is needed is there', () => {
    expect(page('kind').maySkip).toBe(true);
    expect(page('words').maySkip).toBe(false);
    expect(page('kind', {}, draftOf({ answers: {} })).maySkip).toBe(false);
  });
});

describe('the check', () => {
  const shown = (
    change: Partial<Parameters<typeof checkPage>[0]> = {},
    draft = draftOf({ answers, found }),
  ) => ({
    ...{ kept: kept(draft), steps: shownSteps(draft), nameOf, preview, faults: undefined, authority: CAMDEN },
    ...change,
  });

  it('shows what was answered, what was left empty, who is told, and what begins for us', () => {
    const page = checkPage(shown());
    expect(page.sections.flatMap(({ rows }) => rows.map(({ key, value }) => [key, value]))).toEqual([
      ['Your own number for the child', 'CAM-1'],
      ['First day of the placement', '2 March 2026'],
      ['Was it planned?', 'Planned: the host is told before it starts'],
      ['Postcode', 'CR0 1EA'],
      ['Which authority is that in?', 'Croydon'],
    ]);
    expect(page.empty.map(({ title }) => title)).toContain('What is known of risk?');
    expect(page.told).toEqual([
      { ...preview.told[0], duty: { text: 'Acknowledge', due: 'the end of 9 March 2026' } },
    ]);
    expect(page.ownDuties).toEqual([
      { text: 'Give the care plan', source: 'reg 13', due: 'the end of 9 March 2026' },
    ]);
    expect([page.mayBeSent, page.key]).toEqual([true, 'key-1']);
  });

  it.each([
    [{ restricted: 'yes' }, 'you asked for it to be kept from everyone'],
    [{ hostHow: 'unknown' }, 'it is not known which'],
    [{ hostHow: 'outside', hostOutside: 'SCO' }, 'outside England'],
    [{}, 'nobody else is concerned'],
  ])('says why nobody is told: %j', (change, why) => {
    const draft = draftOf({ answers: { ...answers, ...change }, found });
    expect(checkPage(shown({ preview: { ...preview, told: [] } }, draft))).toMatchObject({
      nobody: expect.stringContaining(why) as string,
    });
  });

  it('leads from what the exchange finds fault with to the page of the answer', () => {
    const faults = {
      summary: [{ text: 'is Lambeth' }, { text: 'Refused.' }],
      of: { host: 'is Lambeth', 'known.flags': 'x' },
    };
    const of = shown({ faults });
    expect(linkedFaults(of, faults).summary).toEqual([
      {
        text: '“Which authority is that in?” is Lambeth',
        href: '/console/tell/drafts/d-1/steps/host?to=check',
      },
      { text: 'Refused.' },
    ]);
    expect(faultsByQuestion(of, faults)).toEqual({
      hostHow: '“Which authority is that in?” is Lambeth',
      'known.flags': '“What should be known at a glance?” x',
    });
    expect(checkPage(shown({ preview: undefined, faults })).mayBeSent).toBe(false);
  });
});

describe('around it', () => {
  it('begins with what the role may tell, and what was begun', () => {
    const [keptAt, until] = ['2026-03-02T09:00:00.000Z', '2026-03-16T09:00:00.000Z'];
    const home = homePage({
      roles: ['duty-desk'],
      drafts: [{ ...kept(draftOf({ answers })), keptAt, until }],
    });
    expect(home.openings.map(({ value }) => value)).toEqual(['missing', 'move', 'exploitation']);
    expect([home.mayUpload, home.drafts[0]?.about]).toEqual([false, 'CAM-1']);
  });

  it('ends with the receipt, and says what has to go by letter', () => {
    const sent = {
      ...{
        id: 'n-1',
        position: 7,
        recordedAt: '2026-03-02T09:00:01.000Z',
        repeated: false,
        receipt: 'a.b.c',
        facts: [],
      },
      ...{ title: 'Placement notified', category: 'placement', by: 'Ada' },
      told: [{ ...preview.told[0], member: false }],
    } as Parameters<typeof sentPage>[1];
    expect(sentPage('s-1', sent)).toMatchObject({
      ...{ title: 'Sent', byLetter: 1, recordedAt: '2 March 2026 at 09:00:01 GMT' },
      ...{ download: '/console/tell/sent/s-1/receipt', notice: '/console/tell/notices/placement/n-1' },
    });
    expect(sentPage('s-1', { ...sent, told: [] }).title).toBe('Recorded');
  });
});
