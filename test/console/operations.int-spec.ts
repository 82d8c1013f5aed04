import type { By } from '../support/exchange-in-process';
import { inventedChild } from '../support/invented-child';
import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';

const { camden, croydon } = BOROUGHS;
const KENT = 'E10000016';
const PATH = '/console/operations';
const operator: By = [croydon, 'operator'];
const PAGES = [
  '',
  '/members',
  `/members/${KENT}/joined`,
  '/calendar',
  '/calendar/new',
  '/views',
  '/canary',
  '/completeness',
];

let ibex: ConsoleInProcess;
let agent: Agent;
const child = { localId: 'SECRET-LOCAL-ID', ...inventedChild(7) };
let recordRef: string;

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  agent = await ibex.as(croydon, 'operator');
  const body = { child, host: camden, startsOn: '2026-11-20', notice: 'emergency', address: '9 Hidden Mews' };
  const answer = await ibex.exchange.post([croydon, 'placing-practitioner'], '/v1/placements', body);
  recordRef = String(answer.body['recordRef']);
  await ibex.exchange.settled();
});
afterAll(() => ibex.stop());

describe('an operator', () => {
  it('is led to every page, and finds nothing of a child on any of them', async () => {
    const pages = await Promise.all(PAGES.map((path) => agent.get(`${PATH}${path}`)));
    expect(pages.map(({ status }) => status)).toEqual(PAGES.map(() => 200));
    const personal = [
      child.localId,
      child.forename,
      child.surname,
      child.dateOfBirth,
      '9 Hidden Mews',
      recordRef,
    ];
    const found = pages.flatMap(({ html, path }) =>
      personal.filter((each) => html.includes(each)).map((each) => [path, each]),
    );
    expect(found).toEqual([]);
  });

  it('is kept from every other area, whatever address is typed', async () => {
    const others = [
      ...[
        'desk',
        'mash',
        'registers',
        'governance',
        'governance/reads',
        'governance/tasks',
        'governance/records',
      ],
      ...['governance/subscriptions', 'governance/whereabouts', `governance/records/${recordRef}`],
    ];
    const statuses = [];
    for (const path of others) statuses.push((await agent.get(`/console/${path}`)).status);
    expect(statuses).toEqual(others.map(() => 403));
  });

  it.each(['governance', 'duty-desk', 'mash', 'placing-practitioner'] as const)(
    'is no %s, who is kept from these pages',
    async (role) => {
      const other = await ibex.as(croydon, role);
      const statuses = [];
      for (const path of PAGES) statuses.push((await other.get(`${PATH}${path}`)).status);
      expect(statuses).toEqual(PAGES.map(() => 403));
    },
  );
});

describe('a member', () => {
  it('joins by form, once somebody has said why and knows what it brings about', async () => {
    const form = await agent.get(
      (await agent.get(`${PATH}/members?region=South East`)).linkTo(/joined Kent/),
    );
    const unsaid = await agent.send(form, { reason: '', sure: [] });
    expect([unsaid.status, unsaid.faults.length]).toEqual([400, 2]);
    const joined = await agent.send(unsaid, { reason: 'Contract <7>', sure: 'yes' });
    expect(joined.text).toContain('It is a member.');
    const { body } = await ibex.exchange.get(operator, '/v1/members');
    expect(body['members']).toEqual(
      expect.arrayContaining([expect.objectContaining({ gss: KENT, member: true })]),
    );
    expect((await agent.get(`${PATH}/members`)).html).toContain('Contract &lt;7&gt;');
  });

  it('leaves by form', async () => {
    const left = await agent.submit(`${PATH}/members/${KENT}/left`, {
      reason: 'Contract ended',
      sure: 'yes',
    });
    expect(left.text).toContain('It is no member any more.');
  });
});

describe('a bank holiday', () => {
  it('is proclaimed in two steps, and seen by API', async () => {
    const form = await agent.get(`${PATH}/calendar/new`);
    const wrong = await agent.send(form, { date: '30 February 2027', name: '', order: 'x' });
    expect(wrong.faults).toEqual(['Enter the day, for example 3 March 2027', 'Enter what the day is called']);
    const check = await agent.send(wrong, { date: '3/3/2027', name: 'A Jubilee', order: 'Gazette 1' });
    expect([check.heading, check.text]).toEqual([
      'Check before you proclaim it',
      expect.stringContaining('Wednesday 3 March 2027'),
    ]);
    expect(check.path).not.toContain('Jubilee');
    const proclaimed = await agent.send(check, {}, { action: 'new' });
    expect(proclaimed.text).toContain('The day is on record.');
    const { body } = await ibex.exchange.get(operator, '/v1/calendar/proclaimed-days');
    expect(body['days']).toEqual([expect.objectContaining({ date: '2027-03-03', name: 'A Jubilee' })]);
  });
});

describe('a view', () => {
  it('is shown with how far it is, and built anew after a confirmation', async () => {
    const page = await agent.get(`${PATH}/views`);
    expect(page.text).toMatch(/The log holds [\d,]+ facts/);
    const ask = await agent.get(page.linkTo(/Rebuild duties/));
    expect(ask.text).toContain('The live one answers meanwhile.');
    const rebuilt = await agent.send(ask, {}, { action: 'rebuild' });
    expect(rebuilt.text).toContain('The view is built anew and in use.');
  });

  it('is not there under another name', async () => {
    expect((await agent.get(`${PATH}/views/no-such/rebuild`)).status).toBe(404);
  });
});

describe('a canary', () => {
  it('is sent by a button, and arrives in the mailbox', async () => {
    const sent = await agent.submit(`${PATH}/canary`, {}, { action: 'canary' });
    expect(sent.text).toContain('A canary is on its way.');
    let page = await agent.get(`${PATH}/canary`);
    for (const ends = Date.now() + 10_000; !page.text.includes('The last one came') && Date.now() < ends;)
      page = await agent.get(`${PATH}/canary`);
    expect(page.text).toMatch(/The mailbox that all channels read The last one came \d+/);
  });
});

describe('the board of completeness', () => {
  it('tells who posts and who listens', async () => {
    const page = await agent.get(`${PATH}/completeness`);
    expect(page.text).toContain('Croydon');
    expect((await agent.get(`${PATH}/completeness?silent=true`)).text).toContain('No feed is silent.');
  });
});
