import { EVENT_STORE, POSTCODES, londonDateOf } from '@ibex/kernel';
import type { EventStore, PostcodeDirectory } from '@ibex/kernel';
import type { Agent, Fields } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import type { ReadPage } from './support/read-page';

const { camden, croydon, lambeth } = BOROUGHS;
const KENT = 'E10000016';
const REG_13 = 'Care Planning, Placement and Case Review (England) Regulations 2010, reg 13(4)';

let ibex: ConsoleInProcess;
let officer: Agent;

const oneRow = async function* (): AsyncGenerator<readonly (readonly [string, string])[]> {
  await Promise.resolve();
  yield [
    ['CR0 1EA', croydon],
    ['ME14 1XX', KENT],
  ];
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  await ibex.exchange.part<PostcodeDirectory>(POSTCODES).load(oneRow());
  officer = await ibex.as(camden, 'placing-practitioner');
}, 60_000);
afterAll(() => ibex.stop());

const [year = '', month = '', day = ''] = londonDateOf(new Date().toISOString()).split('-');
const TODAY = [year, month, day] as const;

const head = (): Promise<number> => ibex.exchange.part<EventStore>(EVENT_STORE).head();

/** Date fields of a question. */
const on = (name: string, [year, month, day]: readonly [string, string, string]): Fields => ({
  ...{ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year },
});

const begin = async (what: string, who = officer): Promise<ReadPage> =>
  who.submit('/console/tell', { what }, { action: '/console/tell/start' });

const next = (page: ReadPage, fields: Fields = {}, who = officer): Promise<ReadPage> =>
  who.send(page, { ...fields, then: 'continue' });

const NAMES =
  'Ada Boyd,Chloe Dean,Emre Flint,Gita Hale,Idris Jones,Kofi Lane,Mina Noor,Otis Pratt,Quin Reed,Sana Teo,Uma Voss,Wren Yates'
    .split(',')
    .map((name) => name.split(' '));

/** Children who are not alike, but for the first three. */
const namesOf = (number: number): readonly string[] =>
  number < 4 ? ['Maya', 'Okafor <b>'] : (NAMES[number % NAMES.length] ?? []);
const bornOf = (number: number): readonly [string, string, string] =>
  number < 4
    ? ['2012', '5', '14']
    : [String(2009 + (number % 7)), String((number % 12) + 1), String((number % 27) + 1)];

const child = (localId: string): Fields => {
  const number = Number(localId.slice(4));
  const [forename = '', surname = ''] = namesOf(number);
  return {
    ...{ 'child.localId': localId, 'child.forename': forename, 'child.surname': surname },
    ...on('child.dateOfBirth', bornOf(number)),
  };
};

/** Pages with nothing but optional questions, up to the check. */
const through = async (page: ReadPage, who = officer): Promise<ReadPage> => {
  let at = page;
  for (let steps = 0; steps < 15 && !at.path.endsWith('/check'); steps += 1) at = await next(at, {}, who);
  return at;
};

const toWhere = async (localId: string): Promise<ReadPage> => {
  let page = await begin('placement');
  page = await next(page, child(localId));
  page = await next(page, { 'child.sex': 'F' });
  page = await next(page, { ...on('startsOn', ['2026', '3', '2']), notice: 'emergency' });
  page = await next(page, { placementType: 'U4' });
  return next(page);
};

const toCheck = async (localId: string, postcode = 'cr01ea'): Promise<ReadPage> => {
  let page = await next(await toWhere(localId), { postcode, address: '1 High Street' });
  page = await next(page);
  return through(page);
};

describe('telling of a placement', () => {
  it('asks one thing a page, finds the host by the postcode and says who will be told, and why', async () => {
    let page = await toWhere('CAM-1');
    expect(page.heading).toBe('Where will the child live?');
    page = await next(page, { postcode: 'cr01ea', address: '1 High Street' });
    expect(page.heading).toBe('Which authority is that in?');
    expect(page.text).toContain('We found this authority by the postcode');
    expect(page.form({ fields: ['hostHow'] }).values).toContainEqual(['hostHow', croydon]);
    page = await through(await next(page));
    expect(page.heading).toBe('Check your answers before you send');
    for (const said of ['CAM-1', 'Maya', '14 May 2012', '2 March 2026', '1 High Street', 'Croydon'])
      expect(page.text).toContain(said);
    expect(page.text).toContain('Croydon as the authority where the child lives Prompt');
    expect(page.text).toContain(`Legal basis: ${REG_13}`);
    expect(page.text).toContain('Give the area authority a copy of the care plan, by');
    expect(page.html).toContain('Okafor &lt;b&gt;');
    expect(page.path).not.toMatch(/CR0|cr0|CAM-1|Okafor/);
  });

  it('is sent once however often it is pressed, with a receipt to keep', async () => {
    const page = await toCheck('CAM-2');
    const before = await head();
    const twice = await Promise.all([officer.send(page, {}), officer.send(page, {})]);
    expect(twice.map(({ heading }) => heading)).toEqual([
      expect.stringContaining('Sent'),
      expect.stringContaining('Sent'),
    ]);
    const [sent] = twice.map(({ text }) => text);
    const again = await officer.get(page.path.replace('/check', ''));
    expect(again.path).toMatch(/^\/console\/tell\/sent\//);
    const placements = await ibex.exchange.get([camden, 'duty-desk'], '/v1/registers/placed-elsewhere');
    const items = placements.body['items'] as readonly Readonly<{ localId: string; noticeId: string }>[];
    const [placement, ...others] = items.filter(({ localId }) => localId === 'CAM-2');
    expect(others).toEqual([]);
    expect(sent).toContain(placement?.noticeId ?? 'none');
    expect(await head()).toBeGreaterThan(before);
    const receipt = await officer.get(`${again.path}/receipt`);
    expect([receipt.status, receipt.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="ibex-receipt.txt"',
    ]);
    expect(receipt.html).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });

  it('is saved page by page, is found again, and can be deleted', async () => {
    const page = await next(await begin('placement'), child('CAM-3'));
    await officer.send(page, { 'child.sex': 'F', then: 'later' });
    const home = await officer.get('/console/tell');
    expect(home.text).toContain('Maya Okafor <b>, CAM-3. Saved today at');
    const again = await officer.get(page.path.replace(/\/steps.*/, ''));
    expect(again.heading).toBe('When does the placement start?');
    const numbers = await officer.get(page.path);
    expect(numbers.html).toMatch(/value="F"[^>]*checked/);
    const id = /drafts\/([\w-]+)/.exec(page.path)?.[1] ?? '';
    const gone = await officer.submit(`/console/tell/drafts/${id}/delete`, {}, { action: `${id}/delete` });
    expect(gone.text).toContain('The draft was deleted');
    expect((await officer.get(page.path)).status).toBe(404);
  });

  it('is nobody else’s: another person, role or authority finds no draft there', async () => {
    const page = await begin('placement');
    const [stranger, colleague] = await Promise.all([
      ibex.as(lambeth, 'placing-practitioner'),
      ibex.as(camden, 'duty-desk'),
    ]);
    const paths = [page.path, page.path.replace(/steps.*/, 'check'), page.path.replace(/steps.*/, 'delete')];
    for (const path of paths)
      expect(
        await Promise.all([stranger, colleague].map(async (who) => (await who.get(path)).status)),
      ).toEqual([404, 404]);
    const post = await stranger.post(page.path, { 'child.localId': 'X', then: 'continue' });
    expect([403, 404]).toContain(post.status);
  });

  it('shows what is wrong beside its question, and keeps what was typed', async () => {
    const page = await begin('placement');
    const wrong = await next(page, {
      'child.localId': '',
      'child.forename': 'Ada',
      ...on('child.dateOfBirth', ['2012', '13', '4']),
    });
    expect([wrong.status, wrong.faults]).toEqual([
      400,
      [
        'Enter an answer to “Your own number for the child”',
        'Date of birth must be a real date, like 27 3 2025',
      ],
    ]);
    expect(wrong.html).toContain('href="#child-localId"');
    expect(wrong.html).toContain('value="Ada"');
    expect(wrong.html).toContain('value="13"');
    expect(wrong.title).toMatch(/^Error: /);
  });

  it.each([
    ['child.nhsNumber', '9990548600', /Enter the 10 digits of the NHS number/],
    ['child.homePostcode', 'nowhere', /Enter a full postcode/],
  ])('finds fault with %s before the exchange does', async (name, value, fault) => {
    const page = await next(await begin('placement'), child('CAM-4'));
    const wrong = await next(page, { [name]: value });
    expect([wrong.status, wrong.faults.join()]).toEqual([400, expect.stringMatching(fault)]);
  });

  it('lets the authority be chosen by hand where the postcode is not known, and says so', async () => {
    let page = await next(await toWhere('CAM-5'), { postcode: 'ZE1 0AA' });
    expect(page.text).toContain('The postcode is not in the table');
    const nothing = await next(page, {});
    expect(nothing.faults).toEqual(['Select an answer to “Which authority is that in?”']);
    page = await next(await next(page, { hostHow: 'named' }), { hostNamed: KENT });
    page = await through(page);
    expect(page.text).toContain('Kent');
    expect(page.text).toContain('It does not read IBEX. A letter will be ready');
  });

  it('says why nobody is told, of what is protected and of what is not known', async () => {
    let page = await begin('placement');
    page = await next(page, child('CAM-6'));
    page = await next(page);
    page = await next(page, { ...on('startsOn', ['2026', '3', '2']), notice: 'planned' });
    page = await next(page);
    page = await next(page, { restricted: 'yes' });
    expect(page.heading).toBe('What is the child’s legal status?');
    page = await through(page);
    expect(page.text).toContain('No other authority is told: you asked for it to be kept from everyone.');
    page = await next(await toWhere('CAM-7'), {});
    page = await through(await next(page, { hostHow: 'unknown' }));
    expect(page.text).toContain('No other authority is told yet, because it is not known which.');
  });

  it('brings what the exchange refuses to the page of the answer', async () => {
    let page = await next(await toWhere('CAM-8'), { postcode: 'CR0 1EA' });
    page = await through(await next(await next(page, { hostHow: 'named' }), { hostNamed: lambeth }));
    expect(page.faults.join()).toContain(
      '“Which authority is that in?” is Lambeth (E09000022), but the postcode lies in Croydon (E09000008). Check both.',
    );
    expect(page.text).toContain('It cannot be sent like this');
    const link = page.links.find(({ href }) => href.includes('/steps/host'))?.href ?? '';
    const host = await officer.get(link);
    expect(host.html).toContain('govuk-error-message');
    expect(host.text).toContain('is Lambeth (E09000022), but the postcode lies in Croydon');
    const mended = await next(host, { hostHow: croydon });
    expect([mended.heading, mended.faults]).toEqual(['Check your answers before you send', []]);
  });

  it('sends what was shown: answers changed in another window are shown again first', async () => {
    const page = await toCheck('CAM-9');
    const before = await head();
    const papers = await officer.get(page.path.replace('check', 'steps/papers?to=check'));
    await next(papers, { carePlan: 'supplied' });
    const late = await officer.send(page, {});
    expect([late.status, late.faults.join()]).toEqual([
      400,
      expect.stringContaining('The answers were changed'),
    ]);
    expect(await head()).toBe(before);
    expect((await officer.send(late, {})).heading).toContain('Sent');
  });

  it('asks whether it is a child of ours that looks alike', async () => {
    await ibex.exchange.settled();
    // sent above with the same name and birthday, under another number
    let other = await next(await begin('placement'), { ...child('CAM-2'), 'child.localId': 'CAM-222' });
    other = await next(other, { 'child.sex': 'F' });
    expect(other.heading).toBe('Is it one of these children?');
    expect(other.text).toContain('Date of birth: the same');
    const [, ref] = /name="recordRef"[^>]*value="([^"]+)"/.exec(other.html) ?? [];
    other = await next(other, { recordRef: ref ?? '' });
    expect(other.heading).toBe('When does the placement start?');
  });
});

describe('other tellings', () => {
  it('reports a missing child to the host and every area at risk', async () => {
    let page = await begin('missing');
    page = await next(page, child('CAM-30'));
    page = await next(page);
    page = await next(page, {
      kind: 'M',
      from: 'care',
      ...on('lastSeen', TODAY),
      'lastSeen-time': 'midnight',
    });
    page = await next(page);
    page = await next(page, { postcode: 'CR0 1EA' });
    page = await next(page);
    page = await next(page, { 'areasAtRisk-1': lambeth });
    page = await through(page);
    expect(page.text).toContain('Croydon as the authority where the child lives');
    expect(page.text).toContain('Lambeth as an area where the child may be Urgent');
    expect(page.text).toContain(`${year} at midnight`);
    const sent = await officer.send(page, {});
    expect(sent.heading).toContain('Sent');
  });

  it('tells the other authority of a move, either way', async () => {
    let page = await begin('move');
    page = await next(page, child('CAM-31'));
    page = await next(page);
    page = await next(page, {
      direction: 'leaving',
      cohort: 'child-protection-plan',
      permanence: 'permanent',
    });
    page = await next(page, on('movedOn', ['2026', '3', '2']));
    page = await next(page);
    page = await next(page, { otherPostcode: 'CR0 1EA' });
    page = await through(await next(page));
    expect(page.text).toContain('Croydon as the authority that the child moves to');
    expect((await officer.send(page, {})).heading).toContain('Sent');
  });

  it('raises a concern with the areas where a child is thought to be exploited', async () => {
    let page = await begin('exploitation');
    page = await next(page, child('CAM-32'));
    page = await next(page);
    page = await next(page, { flags: ['county-lines', 'gangs'], ...on('raisedOn', ['2026', '3', '2']) });
    page = await next(page);
    page = await next(page, {});
    page = await next(await next(page, { hostHow: 'named' }), { hostNamed: camden });
    page = await next(page, { 'areas-1': croydon });
    page = await next(page, { 'assessed.level.scaleId': 'low-medium-high' });
    expect(page.faults).toHaveLength(2);
    page = await next(page, {
      ...{ 'assessed.level.scaleId': 'low-medium-high', 'assessed.level.label': 'enormous' },
      ...on('assessed.on', ['2026', '3', '2']),
    });
    page = await through(page);
    expect(page.faults.join()).toContain('Level on that scale');
    const level = await officer.get(page.linkTo('Level on that scale'));
    page = await next(level, { 'assessed.level.label': 'high' });
    expect(page.text).toContain('Croydon as an area where the child may be');
    expect((await officer.send(page, {})).heading).toContain('Sent');
  });

  it('offers to each role what it may tell, and no more', async () => {
    const [desk, mash] = await Promise.all([ibex.as(camden, 'duty-desk'), ibex.as(camden, 'mash')]);
    const offered = async (who: Agent): Promise<readonly string[]> =>
      Array.from(
        (await who.get('/console/tell')).html.matchAll(/name="what"[^>]*value="(\w+)"/g),
        ([, what = '']) => what,
      );
    expect(await offered(desk)).toEqual(['missing', 'move', 'exploitation']);
    expect(await offered(mash)).toEqual(['move', 'exploitation']);
    expect((await begin('placement', mash)).status).toBe(403);
    const governance = await ibex.as(camden, 'governance');
    expect((await governance.get('/console/tell')).status).toBe(403);
    expect((await begin('', officer)).faults).toEqual(['Select what you want to tell']);
  });
});
