import type { Role } from '@ibex/kernel';
import { MAYA_TYPED, MashStory, PLANTED, day } from './mash.story';
import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import type { ReadPage } from './support/read-page';

const { camden, croydon, lambeth, hackney } = BOROUGHS;
const WHY = { purpose: 'mash-enquiry', reason: 'Referral 12' };
let ibex: ConsoleInProcess;
let story: MashStory;
let hub: Agent;
const hubs = new Map<string, Agent>();
const as = async (authority: string, role: Role = 'mash'): Promise<Agent> => {
  const key = `${authority} ${role}`;
  const agent = hubs.get(key) ?? (await ibex.as(authority, role));
  hubs.set(key, agent);
  return agent;
};
const search = (agent: Agent, fields: Readonly<Record<string, string>> = MAYA_TYPED): Promise<ReadPage> =>
  agent.submit('/console/mash/search', { ...fields, ...WHY });
/** A page carries another token each time, and the seconds until its session ends. */
const withoutTokens = (html: string): string =>
  html.replaceAll(/(name="csrf" value|data-csrf|data-idle-seconds)="[^"]*"/g, '$1');
const caseOf = (ref: string, tab = ''): string => `/console/mash/children/${ref}${tab}`;
const opened = async (agent: Agent, ref: string, tab = ''): Promise<ReadPage> => {
  const page = await agent.get(caseOf(ref, tab));
  return page.heading.startsWith('What do you need') ? agent.send(page, { purpose: 'mash-enquiry' }) : page;
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  story = new MashStory(ibex);
  await story.tell();
  hub = await as(camden);
}, 180_000);
afterAll(() => ibex.stop());

describe('a search', () => {
  it('needs enough, a purpose and a reason, says so at each field, and keeps what was typed', async () => {
    const page = await hub.submit('/console/mash/search', { 'identifiers.forename': 'Maya' });
    expect(page.status).toBe(400);
    expect(page.faults).toEqual([
      'Enter an NHS number or a UPN, or at least three of first name, last name, date of birth and home postcode',
      ...['Select what the search is for', 'Enter why you search for this child'],
    ]);
    expect(page.html).toMatch(/name="identifiers\.forename"[^>]*value="Maya"/);
  });

  it('opens what may be seen, under an address that says nothing of the child', async () => {
    const page = await search(hub);
    expect([page.status, page.heading]).toEqual([200, '1 record found']);
    expect(page.path).toMatch(/^\/console\/mash\/search\/[0-9a-f-]{36}$/);
    expect(page.text).toContain(
      'It is your own authority’s record. The same: first name, last name, date of birth',
    );
    expect(page.linkTo('Open the child’s page')).toBe(caseOf(story.maya));
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('says of a child of others that they know it and how they are reached, and no word more', async () => {
    const page = await search(await as(lambeth));
    expect(page.text).toContain('Known to Camden');
    expect(page.text).toContain('Ask for the multi-agency safeguarding hub of Camden');
    expect(page.html).not.toContain(story.maya);
    expect(page.text).not.toMatch(/Croydon|missing|placed/i);
  });

  it('finds nothing in words that do not say that nobody knows', async () => {
    const page = await search(hub, { ...MAYA_TYPED, 'identifiers.forename': 'Nobody' });
    expect(page.heading).toBe('Nothing that you can be told');
    expect(page.text).toContain('This does not mean that nobody knows the child.');
  });

  it('is shown to the person who made it alone', async () => {
    const { path } = await search(hub);
    const others = await (await as(croydon)).get(path);
    expect([others.status, others.heading]).toEqual([404, 'There is nothing here that you can see']);
  });

  it('is for hubs alone', async () => {
    const page = await (await as(camden, 'duty-desk')).get('/console/mash/search');
    expect(page.status).toBe(403);
  });
});

describe('a child’s page', () => {
  it('asks what it is read for once, and says it to the exchange with each look', async () => {
    const desk = await as(croydon);
    const asked = await desk.get(caseOf(story.maya, '/timeline'));
    expect(asked.heading).toBe('What do you need this child’s record for?');
    const page = await desk.send(asked, { purpose: 'missing-response' });
    expect([page.status, page.path, page.heading]).toEqual([
      200,
      caseOf(story.maya, '/timeline'),
      'Maya Sample',
    ]);
    expect((await desk.get(caseOf(story.maya))).text).toContain(
      'You read this for: Finding a child who is missing',
    );
    const { body } = await ibex.exchange.get(
      [camden, 'governance'],
      `/v1/reads?recordRef=${story.maya}&by=${croydon}`,
    );
    const purposes = (body['reads'] as readonly Readonly<Record<string, unknown>>[]).map(
      ({ purpose }) => purpose,
    );
    expect(purposes).toEqual(purposes.map(() => 'missing-response'));
    expect(purposes.length).toBeGreaterThan(1);
  });

  it('shows every sign with what it rests on and no total, who is involved, and how fresh it is', async () => {
    const page = await opened(hub, story.maya);
    for (const sign of [
      'Missing now',
      'How often missing',
      'Moves in twelve months',
      'Days to eighteen',
      'Same areas as other children',
    ])
      expect(page.text).toContain(sign);
    expect(page.text).not.toMatch(/\btotal score|risk score\b/i);
    expect(page.text).toContain('Out of hours: Emergency duty team 020 7946 0102');
    expect(page.text).toMatch(/Camden (has )?last posted|Camden posted/);
  });

  it('escapes whatever was written, everywhere', async () => {
    for (const tab of ['', '/timeline', '/placements']) {
      const { html } = await opened(hub, story.maya, tab);
      expect(html).not.toContain(PLANTED);
    }
    expect((await opened(hub, story.maya, '/timeline')).text).toContain(`Left after a call ${PLANTED}`);
  });

  it('draws each line of the table, and marks what lasts and what is late', async () => {
    const { html, text } = await opened(hub, story.maya, '/timeline');
    const rows = new Set([...html.matchAll(/id="(line-\d+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/ibex-mash-timeline__link" href="#(line-\d+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((id) => !rows.has(id))).toEqual([]);
    expect(html.match(/ibex-mash-timeline__bar--missing/g)).toHaveLength(3);
    expect(html.match(/ibex-mash-timeline__bar--placement"/g)).toHaveLength(5);
    expect(text).toContain('Not known');
  });

  it('shows the map with each stay’s number, and the same as a table', async () => {
    const page = await opened(hub, story.maya, '/placements');
    expect(page.text).toContain('4 stays in 3 areas. Now: Croydon.');
    expect(page.html).toContain('aria-label="Croydon: 2 stays, number 2, 4 (now)"');
    expect(page.html).toContain('aria-label="Kent: 1 stay, number 3"');
  });

  it('shows what was known at an earlier time, and says what to do about a time that cannot be', async () => {
    const then = await hub.get(`${caseOf(story.maya, '/timeline')}?day=${day(1)}&time=&span=all`);
    expect(then.text).toContain('Nothing is on record that you can see as known then');
    const wrong = await hub.get(`${caseOf(story.maya, '/timeline')}?day=31+2+2026`);
    expect([wrong.status, wrong.text.includes('Enter a day like 3 3 2025')]).toEqual([200, true]);
  });

  it('shows the owner what another authority had been told, and when it reached it', async () => {
    const page = await hub.get(`${caseOf(story.maya, '/timeline')}?knownTo=${croydon}`);
    expect(page.html).toMatch(/<option value="E09000008" selected>/);
    expect(page.text).toMatch(/Told \d{1,2} \w+ \d{4} at/);
    const refused = await (await as(croydon)).get(`${caseOf(story.maya, '/timeline')}?knownTo=${lambeth}`);
    expect(refused.status).toBe(403);
  });

  it('answers for a child of others as for one that nobody knows, byte for byte', async () => {
    const stranger = await as(hackney);
    const pages = [];
    for (const ref of [story.maya, 'record-that-nobody-knows-0123456789']) {
      const asked = await stranger.get(caseOf(ref));
      expect(asked.status).toBe(200);
      const page = await stranger.send(asked, { purpose: 'mash-enquiry' });
      pages.push([page.status, ...[page.html, asked.html.replaceAll(ref, 'REF')].map(withoutTokens)]);
    }
    expect(pages[0]?.[0]).toBe(404);
    expect(pages[0]).toEqual(pages[1]);
  });
});

describe('an emergency', () => {
  it('says what follows before, opens on a reason alone, shows until when, and is ended early', async () => {
    const stranger = await as(lambeth);
    const results = await search(stranger);
    const asked = await stranger.get(results.linkTo('Open it in an emergency'));
    expect(asked.text).toContain('Camden is told at once');
    const silent = await stranger.send(asked, { reason: '' });
    expect([silent.status, silent.faults]).toEqual([
      400,
      ['Enter why it cannot wait until the authority answers'],
    ]);
    const page = await stranger.send(silent, { reason: 'She is at the station now' });
    expect([page.status, page.heading]).toEqual([200, 'Maya Sample']);
    expect(page.text).toContain('The record of Camden is open to you until');
    await stranger.send(silent, { reason: 'She is at the station now' });
    const mine = await stranger.get('/console/mash/accesses');
    // the same form sent twice opened one access
    expect(mine.text.match(/Record of Camden/g)).toHaveLength(1);
    const after = await stranger.send(mine, {}, { action: '/end' });
    expect(after.text).toContain('You have none open.');
    expect((await stranger.get(caseOf(story.maya))).status).toBe(404);
  });
});

describe('records that may be of one child', () => {
  it('are shown side by side, decided with a reason, and unlinked with who was misled before the eyes', async () => {
    const list = await hub.get('/console/mash/links');
    expect(list.text).toContain('Yours and a record of Croydon');
    const pair = await hub.get(`/console/mash/links/${story.pair}`);
    expect(pair.text).toMatch(/First name Maya Not open to you Cannot compare/);
    expect(pair.text).toContain('Surname nearly the same');
    const silent = await hub.send(pair, { decision: 'same', rationale: '' });
    expect([silent.status, silent.faults]).toEqual([400, ['Enter why you think so']]);
    expect(silent.html).toMatch(/value="same"[^>]*checked/);
    const linked = await hub.send(silent, { decision: 'same', rationale: `Mother named both ${PLANTED}` });
    expect(linked.text).toContain('Now: Held to be one child');
    expect(linked.html).not.toContain(PLANTED);
    await opened(hub, story.maya);
    const unlink = await hub.get(linked.linkTo('The link is wrong'));
    expect(unlink.text).toContain('Who has seen the two as one child');
    const apart = await hub.send(unlink, { reason: 'Two mothers' });
    expect(apart.text).not.toContain('Now: Held to be one child');
  });

  it('are kept apart for good by a mark that only its own authority sees', async () => {
    const ask = await hub.get(`/console/mash/links/${story.pair}/forbid`);
    const marked = await hub.send(ask, { kind: 'twins', rationale: 'Sisters' });
    expect(marked.text).toContain('Now: Never to be linked');
    const lifting = await hub.send(marked, { rationale: 'A mistake' }, { action: '/lifting' });
    expect(lifting.status).toBeLessThan(500);
    expect((await (await as(croydon)).get(`/console/mash/links/${story.pair}`)).status).toBe(404);
  });
});

describe('what else a hub has to do', () => {
  it('sees every list with its count, and one list in the order of its choice', async () => {
    const lists = await hub.get('/console/mash');
    expect(lists.text).toMatch(/1 Missing now: your children : 1/);
    const list = await hub.get('/console/mash/worklists/missing-ours?sort=days-to-18');
    expect(list.linkTo('Maya Sample')).toBe(caseOf(story.maya));
    expect(list.html).toMatch(/sort=days-to-18" aria-current="true"/);
    expect((await hub.get('/console/mash/worklists/no-such')).status).toBe(404);
  });

  it('puts on record whom it did not tell, and reads its own account', async () => {
    const page = await hub.submit(`/console/mash/not-shared/new/${story.maya}`, {
      ...{ authority: lambeth, reason: `Risk from a relative there ${PLANTED}` },
    });
    expect([page.path, page.status]).toEqual(['/console/mash/not-shared', 200]);
    expect(page.text).toContain(`Lambeth Risk from a relative there ${PLANTED}`);
    expect(page.html).not.toContain(PLANTED);
  });

  it('learns where a restricted child is by two people, once', async () => {
    await ibex.exchange.post([camden, 'governance', 'lead'], `/v1/records/${story.maya}/restrictions`, {
      ...{ label: 'refuge', reason: 'Threats' },
    });
    const [first, second] = [hub, await as(camden, 'duty-desk')];
    const asked = await first.submit(`/console/mash/whereabouts/new/${story.maya}`, {
      reason: 'To hospital',
    });
    expect(asked.text).toContain('You cannot approve it yourself');
    const waiting = await second.get('/console/mash/whereabouts');
    await second.send(waiting, {}, { action: '/approval' });
    const ready = await first.get('/console/mash/whereabouts');
    const form = ready.form({ action: '/content' });
    const read = await first.send(ready, {}, { action: '/content' });
    expect(read.text).toContain('NW1 1AA');
    const again = await first.post(form.action, Object.fromEntries(form.values));
    expect(again.text).toContain('fetched already');
    expect(again.text).not.toContain('NW1 1AA');
  });
});
