import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';

const { camden, croydon, lambeth } = BOROUGHS;

let ibex: ConsoleInProcess;
let officer: Agent;
let placement: string;
let factId: string;

const child = { localId: 'CAM-90', forename: 'Nia', surname: 'Grant', dateOfBirth: '2011-03-09' };

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  officer = await ibex.as(camden, 'placing-practitioner');
  const { body } = await ibex.exchange.post([camden, 'placing-practitioner'], '/v1/placements', {
    ...{ child, host: croydon, startsOn: '2026-03-02', notice: 'planned' },
  });
  placement = String(body['id']);
  await ibex.exchange.settled();
  const inbox = await ibex.exchange.get([croydon, 'duty-desk'], '/v1/inbox?limit=10');
  const [entry] = inbox.body['entries'] as readonly Readonly<{
    sequence: number;
    data: Readonly<{ links: Readonly<{ detail: string }> }>;
  }>[];
  factId = entry?.data.links.detail.split('/').at(-1) ?? '';
  const sequence = String(entry?.sequence);
  await ibex.exchange.post([croydon, 'duty-desk'], `/v1/inbox/${sequence}/acknowledgement`, {});
  await ibex.exchange.post([croydon, 'duty-desk'], `/v1/inbox/${sequence}/queries`, {
    text: 'Which school, <please>?',
  });
  await ibex.exchange.settled();
}, 60_000);
afterAll(() => ibex.stop());

const path = (): string => `/console/tell/notices/placement/${placement}`;

describe('a notice that was sent', () => {
  it('shows how far each recipient got with it, and when', async () => {
    const page = await officer.get(path());
    expect(page.heading).toBe('Nia Grant Placement notified');
    expect(page.text).toMatch(/Croydon Acknowledged/);
    for (const rung of ['In its mailbox today at', 'Opened', 'Acknowledged today at'])
      expect(page.text).toContain(rung);
    expect(page.text).toContain('Placement notified by Camden, today at');
  });

  it('shows what was asked, and sends an answer once', async () => {
    const page = await officer.get(path());
    expect(page.html).toContain('Which school, &lt;please&gt;?');
    const empty = await officer.send(page, { text: ' ' }, { action: '/answers' });
    expect([empty.status, empty.faults]).toEqual([400, ['Enter an answer']]);
    const answers = await Promise.all([
      officer.send(page, { text: 'Haverstock' }, { action: '/answers' }),
      officer.send(page, { text: 'Haverstock' }, { action: '/answers' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await ibex.exchange.settled();
    const thread = await ibex.exchange.get(
      [croydon, 'duty-desk'],
      `/v1/notices/${factId}/recipients/${croydon}/queries`,
    );
    const messages = thread.body['messages'] as readonly Readonly<{ kind: string; text: string }>[];
    expect(messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['question', 'Which school, <please>?'],
      ['answer', 'Haverstock'],
    ]);
    expect((await officer.get(path())).text).toContain('Haverstock');
  });

  it('offers what may be told next, with the same check before it is sent', async () => {
    const page = await officer.get(path());
    const nothing = await officer.send(page, {}, { action: '/tell' });
    expect([nothing.status, nothing.faults]).toEqual([400, ['Select what you want to tell']]);
    let at = await officer.send(page, { what: 'placement-end' }, { action: '/tell' });
    expect(at.heading).toBe('How does the placement end?');
    at = await officer.send(at, {
      'endedOn-day': '1',
      'endedOn-month': '1',
      'endedOn-year': '2026',
      then: 'continue',
    });
    expect(at.faults).toEqual(['The end is before the start of the placement.']);
    const wrong = await officer.get(at.links.find(({ href }) => href.includes('/steps/end'))?.href ?? '');
    at = await officer.send(wrong, {
      'endedOn-month': '4',
      reasonForPlacementChange: 'CARPL',
      then: 'continue',
    });
    expect(at.text).toContain('The area authority is told that a placement in its area ends');
    const sent = await officer.send(at, {});
    expect(sent.heading).toContain('Sent');
    await ibex.exchange.settled();
    const after = await officer.get(path());
    expect(after.text).toContain('Placement ended by Camden');
    expect(after.html).not.toContain('value="placement-end"');
    expect(after.html).toContain('value="placement-correct"');
  });

  it('stands in the list of what we told', async () => {
    const list = await officer.get('/console/tell/told');
    expect(list.linkTo('Placement notified about Nia Grant')).toBe(path());
    expect(list.text).toContain('Your number CAM-90');
    expect(list.text).toContain('Of 1 authority: 1 delivered, 1 acknowledged');
    expect(list.text).toContain('by the placements team');
  });

  it('is found by its kind, its state and its date, and not by others', async () => {
    const found = async (query: string): Promise<boolean> =>
      (await officer.get(`/console/tell/told?${query}`)).text.includes('CAM-90');
    expect(await found('about=placement&state=over&since=2026-03-02')).toBe(true);
    expect(await found('about=missing')).toBe(false);
    expect(await found('state=recalled')).toBe(false);
    const none = await officer.get('/console/tell/told?state=recalled');
    expect(none.text).toContain('Nothing that your authority told fits this');
    const wrong = await officer.get('/console/tell/told?since=31/2/2026');
    expect(wrong.faults).toEqual(['Enter a real date, for example 29/3/2026. Leave it empty for all of it.']);
    expect(wrong.html).toContain('value="31/2/2026"');
  });

  it('is found by the child’s own number, which stands in no address', async () => {
    const list = await officer.get('/console/tell/told');
    const find = (localId: string) => officer.send(list, { localId }, { action: '/told' });
    const found = await find('CAM-90');
    expect(found.text).toContain('Told of this child, the latest first');
    expect(found.linkTo('Placement notified about Nia Grant')).toBe(path());
    expect(found.html).not.toMatch(/(?:href|action)="[^"]*CAM-90/);
    expect((await find('')).faults).toEqual(['Enter your own number for the child']);
    const none = await find('CAM-nobody');
    expect(none.faults).toEqual(['Your authority has told nothing of a child with this number. Check it']);
    expect(none.html).toContain('value="CAM-nobody"');
  });

  it('stands in no other list, where there is nothing at all', async () => {
    const stranger = await ibex.as(lambeth, 'placing-practitioner');
    const list = await stranger.get('/console/tell/told');
    expect(list.text).toContain('Your authority has told nothing yet');
    expect(list.text).not.toContain('CAM-90');
  });

  it('is the one 404 for whoever was not told, and begins nothing for them', async () => {
    const stranger = await ibex.as(lambeth, 'placing-practitioner');
    const unknown = '/console/tell/notices/placement/11111111-1111-8111-8111-111111111111';
    const [theirs, none, odd] = await Promise.all([
      stranger.get(path()),
      stranger.get(unknown),
      stranger.get('/console/tell/notices/record/1'),
    ]);
    expect([theirs.status, none.status, odd.status]).toEqual([404, 404, 404]);
    expect(theirs.text).toBe(none.text);
    const own = await stranger.get('/console/tell');
    const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(own.html) ?? [];
    const origin = { origin: ibex.url };
    const begun = await stranger.post(`${path()}/tell`, { csrf, what: 'placement-end' }, origin);
    expect(begun.status).toBe(404);
    expect((await stranger.get('/console/tell')).text).toContain('You have no drafts');
  });
});
