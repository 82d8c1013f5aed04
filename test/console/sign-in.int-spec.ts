import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess, accountOf } from './support/console-in-process';

const MINUTE_MS = 60_000;
const SESSION = '__Host-ibex';
const UNDER_WAY = '__Host-ibex-sign-in';
/** The console's; the exchange and the provider go by the machine's. */
const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs).toISOString() };
const account = accountOf(BOROUGHS.croydon, 'duty-desk');
const startPath = `/console/sign-in/start?provider=trial&account=${account}`;

let ibex: ConsoleInProcess;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start({ clock });
});
afterAll(() => ibex.stop());
beforeEach(() => later(0));

const isIn = async (agent: Agent): Promise<boolean> => (await agent.get('/console')).path === '/console';
const later = (ms: number): void => {
  clock.aheadMs = ms;
};

/** As far as the provider's last redirect: the address with which the browser would come back. */
const comingBack = async (agent: Agent, from = startPath): Promise<URL> => {
  let answer = await agent.once(from);
  for (let steps = 0; steps < 10; steps += 1) {
    const location = new URL(answer.headers.get('location') ?? '', ibex.url);
    if (location.pathname === '/console/sign-in/callback') return location;
    answer = await agent.once(location.href);
  }
  throw new Error('the provider does not send the browser back');
};

describe('signing in', () => {
  it('leads from the account that was chosen to the start page of the role', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    const page = await agent.get('/console');
    expect([page.status, page.heading]).toEqual([200, 'What do you want to do?']);
    expect(page.html).toContain('<span class="ibex-header__authority">Croydon</span>');
    expect(page.links.map(({ text }) => text)).not.toContain('Operations');
  });

  it('lists an account per role and authority, and no password field', async () => {
    const page = await ibex.anybody().get('/console/sign-in');
    const accounts = page.links.filter(({ href }) => href.includes('account='));
    expect([page.heading, accounts.length]).toEqual(['Sign in to IBEX', 33 * 5]);
    expect(page.html).not.toContain('type="password"');
  });

  it('asks the provider with code flow, PKCE, state and nonce', async () => {
    const answer = await ibex.anybody().once(startPath);
    const { searchParams: asked, origin } = new URL(answer.headers.get('location') ?? '');
    expect(origin).toBe(ibex.url);
    expect([...asked.keys()].sort()).toEqual(
      [
        ...['client_id', 'code_challenge', 'code_challenge_method', 'login_hint', 'nonce'],
        ...['redirect_uri', 'resource', 'response_type', 'scope', 'state'],
      ].sort(),
    );
    expect([asked.get('response_type'), asked.get('code_challenge_method')]).toEqual(['code', 'S256']);
  });

  it('goes on to the page that was asked for first', async () => {
    const agent = ibex.anybody();
    const shut = await agent.once('/console?from=elsewhere', { headers: { accept: 'text/html' } });
    expect(shut.headers.get('location')).toBe('/console/sign-in?then=%2Fconsole%3Ffrom%3Delsewhere');
    const choice = await agent.get('/console/sign-in?then=%2Fconsole%3Ffrom%3Delsewhere');
    const page = await agent.get(choice.linkTo(/Duty desk ?, Croydon/));
    expect([page.status, page.path]).toEqual([200, '/console?from=elsewhere']);
  });

  it.each([
    'https://evil.example/console',
    '//evil.example/console',
    '/console/../../evil',
    '/console\\evil.example',
    '/consolez',
    '/console/sign-out',
    'javascript:alert(1)',
    '/v1/inbox',
  ])('leads nobody to %s afterwards', async (then) => {
    const back = await comingBack(ibex.anybody(), `${startPath}&then=${encodeURIComponent(then)}`);
    const agent = ibex.anybody();
    await comingBack(agent, `${startPath}&then=${encodeURIComponent(then)}`);
    expect(back.pathname).toBe('/console/sign-in/callback');
    const page = await agent.get(`${startPath}&then=${encodeURIComponent(then)}`);
    expect([page.status, page.path]).toEqual([200, '/console']);
  });

  it('begins at our own page where a link on another site leads to it', async () => {
    const answer = await ibex.anybody().once(startPath, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/sign-in']);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('gives a session of its own, and takes the one before away', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    const before = agent.cookie(SESSION);
    await agent.get(startPath);
    const after = agent.cookie(SESSION);
    expect(after).not.toBe(before);
    const thief = ibex.anybody();
    thief.setCookie(SESSION, before);
    expect([await isIn(agent), await isIn(thief)]).toEqual([true, false]);
  });

  it('does not take over a session that somebody prepared', async () => {
    const agent = ibex.anybody();
    const prepared = 'p'.repeat(43);
    agent.setCookie(SESSION, prepared);
    await agent.get(startPath);
    expect(agent.cookie(SESSION)).not.toBe(prepared);
    const thief = ibex.anybody();
    thief.setCookie(SESSION, prepared);
    expect(await isIn(thief)).toBe(false);
  });

  it('sets cookies that no script reads, for this host over a safe way only', async () => {
    const agent = ibex.anybody();
    const back = await comingBack(agent);
    const set = (await agent.once(back.href)).headers.getSetCookie();
    expect(set).toEqual([
      expect.stringMatching(/^__Host-ibex=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      '__Host-ibex-sign-in=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0',
    ]);
  });
});

describe('a sign-in that does not hold', () => {
  const refused = async (agent: Agent, address: URL, reason: string): Promise<void> => {
    const page = await agent.get(address.href);
    expect([page.status, page.heading]).toEqual([400, 'Signing in did not work']);
    expect(page.text).toContain(`quote: ${reason}`);
    expect(agent.cookie(SESSION)).toBeUndefined();
  };

  it('is refused with a state of somebody else', async () => {
    const agent = ibex.anybody();
    const back = await comingBack(agent);
    back.searchParams.set('state', 'another');
    await expect(refused(agent, back, 'OAUTH_INVALID_RESPONSE')).resolves.toBeUndefined();
  });

  it('is refused from another issuer', async () => {
    const agent = ibex.anybody();
    const back = await comingBack(agent);
    back.searchParams.set('iss', 'https://evil.example');
    await expect(refused(agent, back, 'OAUTH_INVALID_RESPONSE')).resolves.toBeUndefined();
  });

  it('is refused without the issuer’s name, which this provider always gives', async () => {
    const agent = ibex.anybody();
    const back = await comingBack(agent);
    back.searchParams.delete('iss');
    await expect(refused(agent, back, 'OAUTH_INVALID_RESPONSE')).resolves.toBeUndefined();
  });

  it('is refused with a code that was made up', async () => {
    const agent = ibex.anybody();
    const back = await comingBack(agent);
    back.searchParams.set('code', 'made-up');
    await expect(refused(agent, back, 'invalid_grant')).resolves.toBeUndefined();
  });

  it('is refused in a browser other than the one that began it', async () => {
    const back = await comingBack(ibex.anybody());
    await expect(refused(ibex.anybody(), back, 'cookie-missing')).resolves.toBeUndefined();
    const other = ibex.anybody();
    await comingBack(other);
    await expect(refused(other, back, 'OAUTH_INVALID_RESPONSE')).resolves.toBeUndefined();
  });

  it('is good for one try', async () => {
    const agent = ibex.anybody();
    const back = await comingBack(agent);
    const kept = agent.cookie(UNDER_WAY);
    await agent.get(back.href);
    agent.setCookie(UNDER_WAY, kept);
    agent.setCookie(SESSION, undefined);
    await expect(refused(agent, back, 'too-late')).resolves.toBeUndefined();
  });

  it('is refused after ten minutes', async () => {
    const agent = ibex.anybody();
    const back = await comingBack(agent);
    later(10 * MINUTE_MS);
    await expect(refused(agent, back, 'too-late')).resolves.toBeUndefined();
  });

  it('is refused for an account that there is not', async () => {
    const page = await ibex.anybody().get('/console/sign-in/start?provider=trial&account=somebody');
    expect([page.status, page.heading]).toEqual([400, 'Signing in did not work']);
    expect(page.text).toContain('quote: access_denied');
  });

  it('is not begun with a provider that there is not', async () => {
    const page = await ibex.anybody().get('/console/sign-in/start?provider=evil');
    expect([page.status, page.heading]).toEqual([404, 'There is nothing here that you can see']);
  });
});

describe('a session', () => {
  it('ends when nothing was asked for a quarter of an hour, and goes on when something was', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    later(14 * MINUTE_MS);
    expect(await isIn(agent)).toBe(true);
    later(28 * MINUTE_MS);
    expect(await isIn(agent)).toBe(true);
    later(43 * MINUTE_MS);
    expect(await isIn(agent)).toBe(false);
  });

  it('is not kept up by what a page does by itself', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    later(14 * MINUTE_MS);
    const page = await agent.get('/console', { 'sec-fetch-mode': 'cors' });
    expect(page.status).toBe(200);
    later(16 * MINUTE_MS);
    expect(await isIn(agent)).toBe(false);
  });

  it('is kept up by whoever says so', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    const page = await agent.get('/console');
    const csrf = /data-csrf="([^"]+)"/.exec(page.html)?.[1] ?? '';
    later(14 * MINUTE_MS);
    const kept = await agent.once('/console/session/stay', {
      ...{ method: 'POST', body: new URLSearchParams({ csrf }), headers: { 'sec-fetch-mode': 'cors' } },
    });
    expect([kept.status, await kept.text()]).toEqual([200, expect.stringMatching(/^(?:899|900)$/)]);
    later(20 * MINUTE_MS);
    expect(await isIn(agent)).toBe(true);
  });

  it('ends after twelve hours, however busy', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    const seen: boolean[] = [];
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      later(minutes * MINUTE_MS);
      seen.push(await isIn(agent));
    }
    expect(new Set(seen)).toEqual(new Set([true]));
    later(12 * 60 * MINUTE_MS);
    expect(await isIn(agent)).toBe(false);
  }, 60_000);

  it('ends when the person signs out, here and at the provider', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    const session = agent.cookie(SESSION);
    const leaving = await agent.submit('/console', {}, { action: '/sign-out' });
    const page = await agent.send(leaving, {}, { action: '/trial-sign-in/session/end/confirm' });
    expect([page.path, page.heading]).toEqual(['/console/signed-out', 'You have signed out']);
    const thief = ibex.anybody();
    thief.setCookie(SESSION, session);
    expect(await isIn(thief)).toBe(false);
  });

  it('tells no name of the person to the provider’s address when leaving', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    const page = await agent.get('/console');
    const csrf = page.form({ action: '/sign-out' }).values.map(([name, value]) => [name, value]);
    const answer = await agent.once('/console/sign-out', {
      ...{ method: 'POST', body: new URLSearchParams(csrf.map(([name = '', value = '']) => [name, value])) },
    });
    const asked = new URL(answer.headers.get('location') ?? '').searchParams;
    expect([...asked.keys()].sort()).toEqual(['client_id', 'post_logout_redirect_uri']);
  });

  it('is ended by the provider behind the browser’s back: every session of that log-in', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    const other = await ibex.as(BOROUGHS.camden, 'mash');
    const copy = ibex.anybody();
    copy.setCookie(SESSION, agent.cookie(SESSION));
    // leaving at the provider alone: the console hears of it from the provider
    const ending = await agent.get(`/trial-sign-in/session/end?client_id=ibex-console`);
    await agent.send(ending, {}, { action: '/trial-sign-in/session/end/confirm' });
    expect([await isIn(copy), await isIn(other)]).toEqual([false, true]);
  });

  it.each(['', 'x', 'eyJhbGciOiJub25lIn0.e30.'])('is not ended by the logout token %j', async (token) => {
    const page = await ibex.anybody().post('/console/back-channel-logout/trial', { logout_token: token });
    expect(page.status).toBe(400);
  });

  it('is another console’s as well, and outlives a restart', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    ibex = await ibex.restart();
    const again = ibex.anybody();
    again.setCookie(SESSION, agent.cookie(SESSION));
    expect(await isIn(again)).toBe(true);
  });
});
