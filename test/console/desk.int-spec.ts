import type { Role } from '@ibex/kernel';
import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import type { ReadPage } from './support/read-page';

const { camden, croydon, lambeth } = BOROUGHS;
const PLANTED = '<script>alert(1)</script>';
let ibex: ConsoleInProcess;
let desk: Agent;

type Body = Readonly<Record<string, unknown>>;
const atCamden = [camden, 'duty-desk'] as const;
const outOfHours = { name: PLANTED, phone: '020 7946 0101' };
const report = async (localId: string, more: Body = {}): Promise<Body> => {
  const { body } = await ibex.exchange.post(atCamden, '/v1/missing-episodes', {
    child: { localId, forename: 'Tilly', surname: PLANTED, dateOfBirth: '2011-03-09' },
    ...{ kind: 'M', from: 'care', host: croydon, risk: 'high', description: `Blue coat ${PLANTED}` },
    ...{ lastSeen: { at: new Date(Date.now() - 3_600_000).toISOString() }, contacts: { outOfHours } },
    ...more,
  });
  await ibex.exchange.settled();
  return body;
};
const inbox = async (agent: Agent, query = ''): Promise<ReadPage> => agent.get(`/console/desk${query}`);
/** The newest entry of that kind in an inbox. */
const newest = async (agent: Agent, kind: string): Promise<string> => (await inbox(agent)).linkTo(kind);
type Recipients = readonly Readonly<{ authority: string; state: string; actions?: readonly Body[] }>[];
const recipientsOf = async (factId: string): Promise<Recipients> => {
  const { body } = await ibex.exchange.get(atCamden, `/v1/notices/${factId}/recipients`);
  return body['recipients'] as Recipients;
};
const firstFact = async (id: unknown): Promise<string> => {
  const { body } = await ibex.exchange.get(atCamden, `/v1/notices/by-id/missing/${String(id)}`);
  return String((body['facts'] as readonly Body[])[0]?.['id']);
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  desk = await ibex.as(croydon, 'duty-desk');
}, 120_000);
afterAll(() => ibex.stop());

it('explains an inbox into which nothing has come', async () => {
  const page = await inbox(await ibex.as(lambeth, 'duty-desk'));
  expect([page.status, page.title]).toEqual([200, 'Inbox - IBEX']);
  expect(page.text).toContain('Nobody has told your authority anything yet');
});

describe('a notice from Camden at Croydon’s desk', () => {
  it('is first in the inbox and counted, and names no child there or in any address', async () => {
    await report('N-1');
    const page = await inbox(desk);
    expect(page.title).toBe('(1) Inbox - IBEX');
    expect(page.text).toMatch(/Urgent: act now.*Reported missing.*from Camden.*Urgent New/);
    expect(page.html).not.toMatch(/Tilly|Blue coat|N-1/);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('is told to Camden as opened, and says so', async () => {
    const page = await desk.get(await newest(desk, 'Reported missing'));
    expect(page.text).toContain('Camden can see that your authority has opened this notice');
    expect(page.text).toContain('Opened by you');
    const { body } = await ibex.exchange.get(atCamden, '/v1/missing-episodes?state=open');
    const [{ noticeId } = { noticeId: '' }] = body['items'] as readonly Readonly<{ noticeId: string }>[];
    expect(await recipientsOf(await firstFact(noticeId))).toMatchObject([
      { authority: croydon, state: 'opened' },
    ]);
  });

  it('shows what was typed as text, whatever was typed', async () => {
    const page = await desk.get(await newest(desk, 'Reported missing'));
    expect(page.html).not.toContain(PLANTED);
    expect(page.text).toContain(`Blue coat ${PLANTED}`);
    expect(page.text).toContain(`Tilly ${PLANTED.toUpperCase()}`);
    expect(page.html).toContain('href="tel:02079460101"');
  });

  it('is acknowledged once, however often the button is pressed, and Camden sees it', async () => {
    const { id } = await report('N-2');
    const path = await newest(desk, 'Reported missing');
    const page = await desk.get(path);
    const [first, second] = await Promise.all([
      desk.send(page, {}, { action: '/acknowledgement' }),
      desk.send(page, {}, { action: '/acknowledgement' }),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const seen = await desk.get(path);
    expect(seen.text.match(/Acknowledged by you/g)).toHaveLength(1);
    expect(seen.text).not.toContain('What happens next');
    expect(await recipientsOf(await firstFact(id))).toMatchObject([{ state: 'acknowledged' }]);
    expect((await inbox(desk)).text).not.toContain('Acknowledged Urgent');
  });

  it('is acted on, with a reason where nothing more is done', async () => {
    const { id } = await report('N-3');
    const path = await newest(desk, 'Reported missing');
    await desk.submit(path, {}, { action: '/acknowledgement' });
    const nothing = await desk.submit(`${path}/action`, { note: 'Joan has it' });
    expect([nothing.status, nothing.faults]).toEqual([400, ['Select what was done']]);
    expect(nothing.html).toContain('>Joan has it</textarea>');
    const none = await desk.submit(`${path}/action`, { action: 'no-further-action/already-known' });
    expect(none.text).toContain('No further action by us (We knew already and are acting on it)');
    const form = await desk.get(`${path}/action`);
    const twice = [1, 2].map(() => desk.send(form, { action: 'visited', note: PLANTED }));
    const [done] = await Promise.all(twice);
    expect(done?.path).toBe(`${path}?done=recorded`);
    const recorded = (await desk.get(path)).text.match(
      /The child or the address was visited, recorded by you/g,
    );
    expect(recorded).toHaveLength(1);
    const [recipient] = await recipientsOf(await firstFact(id));
    expect(recipient?.actions).toMatchObject([
      { action: 'no-further-action', reason: 'already-known' },
      { action: 'visited' },
    ]);
  });

  it('is asked about, answered by Camden on its own desk, and the answer read in Croydon', async () => {
    await report('N-4');
    const path = await newest(desk, 'Reported missing');
    expect((await desk.submit(`${path}/question`, { text: '' })).faults).toEqual(['Enter your question']);
    const asked = await desk.submit(`${path}/question`, { text: `Which school? ${PLANTED}` });
    expect(asked.path).toBe(`${path}?done=asked`);
    const sender = await ibex.as(camden, 'duty-desk');
    const question = await waitFor(() => newest(sender, 'Asked back'));
    const page = await sender.get(question);
    expect(page.text).toContain(`Which school? ${PLANTED}`);
    expect(page.html).not.toContain(PLANTED);
    expect(page.text).toMatch(/Who was told, and how far it got Croydon/);
    const answered = await sender.submit(question, { text: 'Invented High' }, { action: '/answer' });
    expect(answered.path).toBe(`${question}?done=answered`);
    await waitFor(() => newest(desk, 'Question answered'));
    expect((await desk.get(path)).text).toContain('Invented High');
  });

  it('is told of a sighting and of the child being found, after which it is over', async () => {
    await report('N-5', { areasAtRisk: [lambeth] });
    const path = await newest(desk, 'Reported missing');
    const wrong = await desk.submit(`${path}/missing/sighting`, { time: 'late', place: 'A bus stop' });
    expect(wrong.faults).toEqual(['Enter a time like 2:14am or 14:30, or leave it empty if it is not known']);
    expect(wrong.html).toContain('>A bus stop</textarea>');
    const today = new Date().toISOString().slice(0, 10);
    const seen = await desk.submit(`${path}/missing/sighting`, { day: today, place: 'A bus stop' });
    expect(seen.path).toBe(`${path}?done=told`);
    const found = await desk.submit(`${path}/missing/found`, { day: today, foundBy: 'police' });
    expect(found.path).toBe(`${path}?done=told`);
    await ibex.exchange.settled();
    const over = await desk.get(path);
    expect(over.text).toContain('Over since: found, ended or closed');
    expect(over.text).not.toContain('Tell of a sighting');
    const other = await ibex.as(lambeth, 'duty-desk');
    expect((await waitFor(async () => hasText(await inbox(other), 'Found or returned'))).text).toContain(
      'Seen while missing',
    );
  });
});

it('marks what was recalled, and what the desk still sees of it', async () => {
  const placed = await ibex.exchange.post([camden, 'placing-practitioner'], '/v1/placements', {
    child: { localId: 'P-1', forename: 'Ada', surname: 'Obi', dateOfBirth: '2010-05-06' },
    ...{ host: croydon, startsOn: '2026-11-02', notice: 'emergency', address: '1 Old Street' },
  });
  const path = `/v1/placements/${String(placed.body['id'])}/withdraw`;
  await ibex.exchange.post([camden, 'placing-practitioner'], path, { reason: 'duplicate' });
  await ibex.exchange.settled();
  const page = await inbox(desk);
  expect(page.text).toMatch(/Placement notified[^.]*from Camden Recalled since: do not act on it/);
  const notice = await desk.get(page.linkTo('Placement notified'));
  expect(notice.text).toContain('Remove what you were told from your records');
});

describe('a hand-over', () => {
  it('tells the night in numbers and lines, and names no child', async () => {
    const page = await desk.get('/console/desk/hand-over');
    expect(page.text).toMatch(/Not acknowledged \([1-9]/);
    expect(page.text).toMatch(/Acknowledged \([1-9]\) Reported missing, number \d+ from Camden: by you/);
    expect(page.text).toContain('The child or the address was visited, by you');
    expect(page.text).toMatch(/Missing now \([1-9]\) Number \d+ . A child of Camden, placed or living here/);
    expect(page.html).not.toContain('Tilly');
  });

  it('says what is wrong with the time that was typed, and keeps it', async () => {
    const page = await desk.get('/console/desk/hand-over?fromDay=soon&fromTime=8pm&toDay=&toTime=');
    expect(page.faults).toEqual(['Enter when the shift began, like 3 March 2026 and 8pm']);
    expect(page.html).toContain('value="soon"');
  });
});

describe('who may', () => {
  it.each([
    ['mash', 200],
    ['placing-practitioner', 200],
    ['governance', 403],
    ['operator', 403],
  ] as const)('read the inbox as %s: %d', async (role: Role, status) => {
    const agent = await ibex.as(croydon, role);
    expect((await inbox(agent)).status).toBe(status);
  });

  it('lets MASH acknowledge, and not tell of a sighting', async () => {
    await report('N-6');
    const mash = await ibex.as(croydon, 'mash');
    const path = await newest(mash, 'Reported missing');
    expect((await mash.get(path)).text).not.toContain('Tell of a sighting');
    expect((await mash.get(`${path}/missing/sighting`)).status).toBe(403);
    expect((await mash.submit(path, {}, { action: '/acknowledgement' })).text).toContain(
      'Acknowledged by you',
    );
  });

  it('posts nothing without the form’s own token', async () => {
    await report('N-7');
    const path = await newest(desk, 'Reported missing');
    for (const action of ['acknowledgement', 'action', 'question', 'missing/found'])
      expect((await desk.post(`${path}/${action}`, { csrf: 'x', key: 'k', text: 'x' })).status).toBe(403);
    expect((await desk.get(path)).text).not.toContain('Acknowledged by');
  });

  it('finds nothing where the mailbox has nothing', async () => {
    for (const number of ['99999', '0', 'x', '-1'])
      expect((await desk.get(`/console/desk/inbox/${number}`)).status).toBe(404);
  });
});

describe('live', () => {
  it('tells the browser of a new notice, in a line ready to be shown, and of nothing before it', async () => {
    const after = Number(/data-live-after="(\d+)"/.exec((await inbox(desk)).html)?.[1]);
    const leaving = new AbortController();
    const answer = await listen(desk, `?after=${String(after)}`, { signal: leaving.signal });
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const lines = textsOf(answer);
    await report('N-8');
    const text = await lines.until('event: entry');
    leaving.abort();
    expect(text).toContain('"live"');
    expect(text).toMatch(new RegExp(`id: ${String(after + 1)}\nevent: entry\n`));
    const event = JSON.parse(/event: entry\ndata: (.*)\n/.exec(text)?.[1] ?? '{}') as Body;
    expect(event).toMatchObject({
      ...{ group: 'act-now', missingChild: true, says: 'Urgent: Reported missing, from Camden' },
      html: expect.stringMatching(/^<li class="ibex-row ibex-row--urgent"/) as string,
    });
    expect(text).not.toMatch(/Tilly|Blue coat/);
  });

  it('goes on after the last that the browser had', async () => {
    const leaving = new AbortController();
    const answer = await listen(desk, '?after=9999', { last: '0', signal: leaving.signal });
    const text = await textsOf(answer).until('event: entry');
    leaving.abort();
    expect(text).toContain('id: 1\n');
  });

  it('is for nobody who is not signed in', async () => {
    const answer = await ibex.anybody().once('/console/desk/live');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain('/console/sign-in');
  });

  it('ends when the person signs out, and tells nothing that comes afterwards', async () => {
    const agent = await ibex.as(croydon, 'duty-desk');
    const head = /data-live-after="(\d+)"/.exec((await inbox(agent)).html)?.[1] ?? '';
    const lines = textsOf(await listen(agent, `?after=${head}`));
    await lines.until('"live"');
    await agent.submit('/console/desk', {}, { action: '/console/sign-out' });
    await report('N-9');
    const text = await lines.until('"signed-out"');
    expect(text).toContain('"signed-out"');
    expect(text).not.toContain('event: entry');
  });
});

type Listening = Readonly<{ signal?: AbortSignal; last?: string }>;
/** The stream as a browser’s EventSource opens it. */
const listen = (agent: Agent, query: string, { signal, last }: Listening = {}): Promise<Response> =>
  fetch(`${ibex.url}/console/desk/live${query}`, {
    ...(signal ? { signal } : {}),
    headers: {
      ...(last === undefined ? {} : { 'last-event-id': last }),
      ...{ cookie: `__Host-ibex=${agent.cookie('__Host-ibex') ?? ''}`, 'sec-fetch-mode': 'cors' },
    },
  });

const hasText = (page: ReadPage, text: string): ReadPage => {
  if (page.text.includes(text)) return page;
  throw new Error(`${text} is not there: ${page.text.slice(0, 500)}`);
};

/** Until it no longer throws. */
const waitFor = async <T>(ask: () => Promise<T>): Promise<T> => {
  const until = Date.now() + 20_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};

const textsOf = (answer: Response) => {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    until: async (wanted: string): Promise<string> => {
      while (!text.includes(wanted) || !text.endsWith('\n\n')) {
        const { value, done = true } = (await reader?.read()) ?? {};
        text += decoder.decode(value, { stream: true });
        if (done) break;
      }
      return text;
    },
  };
};
