import type { Agent, Fields } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import type { ReadPage } from './support/read-page';

const { camden, croydon, ealing } = BOROUGHS;
const PLANTED = '<script>alert(1)</script>';

let ibex: ConsoleInProcess;
let officer: Agent;
let desk: Agent;
/** The notice’s page, and where it lies in the host’s inbox. */
let notice = '';
let entry = '';

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  officer = await ibex.as(camden, 'placing-practitioner');
  desk = await ibex.as(croydon, 'duty-desk');
}, 120_000);
afterAll(() => ibex.stop());

const on = (name: string, day: string, month: string, year = '2026'): Fields => ({
  ...{ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year },
});
const next = (page: ReadPage, fields: Fields = {}): Promise<ReadPage> =>
  officer.send(page, { ...fields, then: 'continue' });
/** Pages as they are, up to the check. */
const through = async (page: ReadPage): Promise<ReadPage> => {
  let at = page;
  for (let steps = 0; steps < 20 && !at.path.endsWith('/check'); steps += 1) at = await next(at);
  return at;
};
const newest = async (kind: string): Promise<string> => {
  await ibex.exchange.settled();
  return (await desk.get('/console/desk?show=all')).linkTo(kind);
};
const dutiesOf = async (state: string): Promise<readonly string[]> => {
  const { body } = await ibex.exchange.get([croydon, 'duty-desk'], `/v1/duties?state=${state}`);
  return (body['items'] as readonly Readonly<{ kind: string }>[]).map(({ kind }) => kind);
};

describe('a host that is consulted before a placement at a distance', () => {
  it('is asked step by step, with a check of who is told and why before it is sent', async () => {
    let page = await officer.submit(
      '/console/tell',
      { what: 'placement-consult' },
      { action: '/console/tell/start' },
    );
    page = await next(page, {
      ...{ 'child.localId': 'CAM-7', 'child.forename': 'Kofi', 'child.surname': 'Lane' },
      ...on('child.dateOfBirth', '4', '8', '2012'),
    });
    page = await next(page);
    expect(page.heading).toBe('When do you consult the host?');
    page = await next(page, { ...on('consultedOn', '2', '3'), ...on('intendedStartOn', '13', '4') });
    page = await next(page, { placementType: 'K2', providerName: 'Oak House' });
    page = await next(page, { address: '1 Old Street' });
    page = await next(page, { hostHow: 'named' });
    page = await through(await next(page, { hostNamed: croydon }));
    expect(page.text).toContain('Croydon');
    expect(page.text).toContain('reg 11(2)(d)');
    const sent = await officer.send(page, {});
    expect(sent.heading).toContain('Sent');
    notice = sent.linkTo('See who has received');
    const shown = await officer.get(notice);
    expect(shown.html).toContain('value="placement-go-ahead"');
    expect(shown.html).not.toContain('value="placement-end"');
    expect(shown.text).not.toContain('What others answered');
  });

  it('answers on the notice’s page, and the duty to answer is met', async () => {
    entry = await newest('Host authority consulted');
    expect(await dutiesOf('open')).toContain('answer-consultation');
    const page = await desk.get(entry);
    expect(page.text).toContain('A child may come to live in your area');
    expect(page.linkTo('Answer the consultation')).toBe(`${entry}/placement/reply`);
    const empty = await desk.submit(`${entry}/placement/reply`, {});
    expect([empty.status, empty.faults]).toEqual([
      400,
      ['Say what you did, or in words what they should know'],
    ]);
    const unsaid = await desk.submit(`${entry}/placement/reply`, { concerns: 'yes' });
    expect(unsaid.faults).toEqual(['Say what you are concerned about']);
    const form = await desk.get(`${entry}/placement/reply`);
    const words = { concerns: 'yes', narrative: `Two groups fight there ${PLANTED}` };
    const [done, again] = await Promise.all([desk.send(form, words), desk.send(form, words)]);
    expect([done.status, again.status, done.path]).toEqual([200, 200, `${entry}?done=replied`]);
    await ibex.exchange.settled();
    expect(await dutiesOf('open')).not.toContain('answer-consultation');
  });

  it('is heard by who asked: once, as it was typed', async () => {
    const page = await officer.get(notice);
    expect(page.text).toContain('What others answered');
    expect(page.text).toContain(`Has concerns In its words Two groups fight there ${PLANTED}`);
    expect(page.text.match(/Two groups fight there/g)).toHaveLength(1);
    expect(page.html).not.toContain(PLANTED);
  });
});

describe('a placement that goes ahead', () => {
  it('begins with what was said before, and is told under the consultation', async () => {
    let page = await officer.submit(notice, { what: 'placement-go-ahead' }, { action: '/tell' });
    expect(page.heading).toBe('When does the placement start?');
    expect(page.html).toMatch(/name="startsOn-month"[^>]*value="04"/);
    page = await through(await next(page, { notice: 'planned' }));
    expect(page.text).toContain('Oak House');
    expect(page.text).toContain('1 Old Street');
    const sent = await officer.send(page, {});
    expect(sent.heading).toContain('Sent');
    expect(sent.linkTo('See who has received')).toBe(notice);
    const shown = await officer.get(notice);
    expect(shown.html).toContain('value="placement-end"');
    expect(shown.html).not.toContain('value="placement-go-ahead"');
  });

  it('is answered by the host: when the risk was assessed, and whom to ring', async () => {
    entry = await newest('Placement notified');
    expect(await dutiesOf('all')).toContain('assess-risk');
    const page = await desk.get(entry);
    expect(page.linkTo('Say what you did about the placement')).toBe(`${entry}/placement/reply`);
    const wrong = await desk.submit(`${entry}/placement/reply`, { riskAssessedOn: '31/2/2026' });
    expect(wrong.faults).toEqual(['Enter a real date, like 3 March 2026, or leave it empty']);
    expect(wrong.html).toContain('value="31/2/2026"');
    const done = await desk.submit(`${entry}/placement/reply`, {
      ...{ riskAssessedOn: '3 March 2026', concerns: 'no', 'contacts.teamManager.name': 'Joan Pike' },
    });
    expect(done.text).toContain('The placing authority has your answer in its inbox');
    await ibex.exchange.settled();
    expect(await dutiesOf('met')).toContain('assess-risk');
    const shown = await officer.get(notice);
    expect(shown.text).toContain('Risk in its area assessed 3 March');
    expect(shown.text).toContain('Joan Pike');
  });

  it('cannot be answered by whoever is not its host, nor once it has ended', async () => {
    const stranger = await ibex.as(ealing, 'duty-desk');
    expect((await stranger.get(`${entry}/placement/reply`)).status).toBe(404);
    const mash = await ibex.as(croydon, 'mash');
    expect((await mash.get(`${entry}/placement/reply`)).status).toBe(403);
    expect((await mash.get(entry)).text).not.toContain('Say what you did about the placement');
    const id = notice.split('/').at(-1) ?? '';
    const order = { endedOn: '2026-04-20' };
    const by = [camden, 'placing-practitioner'] as const;
    const ended = await ibex.exchange.post(by, `/v1/placements/${id}/end`, order);
    expect(ended.status).toBeLessThan(300);
    await ibex.exchange.settled();
    expect((await desk.get(entry)).text).not.toContain('Say what you did about the placement');
    expect((await desk.get(`${entry}/placement/reply`)).status).toBe(404);
  });
});

describe('an answer to another authority’s notice', () => {
  it('stands in what the host told, and its page says whose notice it is and offers nothing of the placing side', async () => {
    const list = await desk.get('/console/tell/told');
    expect(list.text).toContain('An answer to a notice of Camden');
    const page = await desk.get(list.linkTo('Host authority answered'));
    expect(page.status).toBe(200);
    expect(page.text).toContain('This is another authority’s notice');
    expect(page.html).not.toContain('value="placement-');
  });
});
