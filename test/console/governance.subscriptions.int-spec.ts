import { TARGET_CHECK } from '@ibex/kernel';
import { JweUnsealer, newSealingJwk, sealingKeyFrom } from '@ibex/sdk';
import { MendingOrders } from '../../libs/delivery/src/dispatch/mending/mending-orders';
import type { By } from '../support/exchange-in-process';
import { inventedChild } from '../support/invented-child';
import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';

const { camden, croydon } = BOROUGHS;
const PATH = '/console/governance/subscriptions';
const KEYS = '/console/governance/keys';
const asCroydon: By = [croydon, 'governance'];

let ibex: ConsoleInProcess;
let desk: Agent;
let governance: Agent;

/** Webhooks of this story stand at one address, which nobody calls: they begin after everything that was posted. */
const withNamesOfItsOwn = (): void => {
  const resolve = (_: string, done: (fault: null, found: readonly object[]) => void) =>
    done(null, [{ address: '93.184.216.34', family: 4 }]);
  Reflect.set(ibex.exchange.part<object>(TARGET_CHECK), 'options', { resolve });
};

const place = async (number: number): Promise<void> => {
  const child = { localId: `S-${String(number)}`, ...inventedChild(number) };
  const body = {
    child,
    host: croydon,
    startsOn: '2026-11-20',
    notice: 'emergency',
    address: '1 Quiet Street',
  };
  await ibex.exchange.post([camden, 'placing-practitioner'], '/v1/placements', body);
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  withNamesOfItsOwn();
  desk = await ibex.as(croydon, 'duty-desk');
  governance = await ibex.as(croydon, 'governance');
  for (const number of [1, 2, 3]) await place(number);
  await ibex.exchange.settled();
});
afterAll(() => ibex.stop());

const idIn = (path: string): string => /subscriptions\/([^?/]+)/.exec(path)?.[1] ?? '';
const seenByApi = async (id: string): Promise<unknown> =>
  (await ibex.exchange.get(asCroydon, `/v1/subscriptions/${id}`)).body;

const begin = async (agent: Agent, channel: string) => {
  const start = await agent.send(await agent.get(PATH), {}, { action: '/drafts' });
  return agent.send(start, { channel });
};

describe('a subscription', () => {
  let id: string;

  it('shows before it is opened which of the last entries would have come, and asks where urgent ones may stay away', async () => {
    const details = await begin(desk, 'pull-feed');
    const filter = await desk.send(details, { name: 'Ms O’Neil’s <feed>', desk: '', startsAt: 'beginning' });
    expect(filter.heading).toBe('What do you want to be told here?');
    const check = await desk.send(filter, { types: ['missing'] });
    expect(check.text).toContain(
      'Of your last 3 entries none would have passed and 3 would have been held back.',
    );
    expect(check.text).toContain('by kind of notice');
    const unconfirmed = await desk.send(check, { confirms: [] });
    expect([unconfirmed.status, unconfirmed.faults]).toEqual([
      400,
      ['Confirm that urgent notices may stay away, or widen the filter'],
    ]);
    const opened = await desk.send(unconfirmed, { confirms: 'yes' });
    expect(opened.text).toContain('The subscription is open.');
    expect(opened.html).toContain('Ms O’Neil’s &lt;feed&gt;');
    id = idIn(opened.path);
    expect(await seenByApi(id)).toMatchObject({
      ...{ channel: 'pull-feed', name: 'Ms O’Neil’s <feed>', filter: { types: ['missing'] }, startsAfter: 0 },
      urgentMayBeHiddenBy: { role: 'duty-desk' },
    });
  });

  it('shows afterwards which pass', async () => {
    const page = await desk.get(`${PATH}/${id}/test`);
    expect(page.text).toContain('3 would have been held back');
  });

  it('is changed to let everything pass, which needs no confirmation', async () => {
    const details = await desk.send(await desk.get(`${PATH}/${id}`), {}, { action: 'change' });
    expect(details.text).toContain('Change a subscription');
    const filter = await desk.get((await desk.send(details, {})).linkTo('Change what passes'));
    const check = await desk.send(filter, { types: [] });
    const changed = await desk.send(check, {}, { action: 'check' });
    expect(changed.text).toContain('The subscription is changed.');
    expect(await seenByApi(id)).toMatchObject({ filter: {} });
  });

  it('is paused for a day without more ado, and for longer by a person who says so', async () => {
    const form = await desk.get(`${PATH}/${id}/pause`);
    const long = await desk.send(form, { because: 'maintenance', hours: '48', confirms: [] });
    expect(long.faults).toEqual([expect.stringContaining('Confirm that urgent notices may stay away')]);
    const paused = await desk.send(long, { because: 'maintenance', hours: '24', confirms: [] });
    expect(paused.text).toContain('The subscription is paused.');
    expect(await seenByApi(id)).toMatchObject({ state: 'paused', pausedBecause: 'maintenance' });
    const again = await desk.send(paused, {}, { action: 'resume' });
    expect(again.text).toContain('goes on after the last entry that was sent');
    expect(await seenByApi(id)).toMatchObject({ state: 'live' });
  });

  it('is refused a replay where its channel has none, and says what to do', async () => {
    const form = await desk.get(`${PATH}/${id}/replay`);
    const page = await desk.send(form, { from: 'number', number: '1', day: '', time: '' });
    expect([page.status, page.faults.length]).toEqual([400, 1]);
  });

  it('is closed for good', async () => {
    const form = await desk.get(`${PATH}/${id}/close`);
    const closed = await desk.send(form, { because: 'not-needed-any-more' });
    expect(closed.text).toContain('The subscription is closed for good.');
    expect((await desk.get(PATH)).text).toContain('No subscription is open.');
    expect((await desk.get(`${PATH}?state=all`)).text).toContain('Ms O’Neil’s <feed>');
  });
});

describe('a webhook', () => {
  let id: string;
  const mayBeSecret = /whsec_[A-Za-z0-9+/=]+/;

  it('shows its secret on one page, once', async () => {
    const details = await begin(governance, 'webhook');
    const missing = await governance.send(details, { name: 'Hook', target: '' });
    expect(missing.faults).toEqual(['Enter where to send to']);
    const fields = {
      name: 'Hook',
      target: 'https://hooks.croydon.gov.uk/ibex',
      payload: 'thin',
      signing: 'hmac-sha256',
    };
    const check = await governance.send(await governance.send(missing, fields), { types: [] });
    const page = await governance.send(check, {}, { action: 'check' });
    id = idIn(page.path);
    expect([page.path, mayBeSecret.test(page.html)]).toEqual([`${PATH}/${id}/secret`, true]);
    const again = await governance.get(page.path);
    expect([mayBeSecret.test(again.html), again.text]).toEqual([
      false,
      expect.stringContaining('shown once already'),
    ]);
    expect(mayBeSecret.test((await governance.get(`${PATH}/${id}`)).html)).toBe(false);
  });

  it('gets a new secret, which is shown once too, to nobody else', async () => {
    const form = await governance.get(`${PATH}/${id}/rotate`);
    const other = await ibex.as(croydon, 'duty-desk');
    const rotated = await governance.once(`${PATH}/${id}/rotate`, {
      method: 'POST',
      body: new URLSearchParams(
        [...form.form({ fields: ['overlap'] }).values].map(([name, value]) => [name, value]),
      ),
    });
    expect(rotated.headers.get('location')).toBe(`${PATH}/${id}/secret`);
    expect(mayBeSecret.test((await other.get(`${PATH}/${id}/secret`)).html)).toBe(false);
    expect(mayBeSecret.test((await governance.get(`${PATH}/${id}/secret`)).html)).toBe(true);
    expect(mayBeSecret.test((await governance.get(`${PATH}/${id}/secret`)).html)).toBe(false);
    expect((await governance.get(`${PATH}/${id}`)).text).toContain('Signs too, for a while');
  });

  it('has no tries yet', async () => {
    expect((await governance.get(`${PATH}/${id}/attempts`)).text).toContain(
      'Nothing was sent on this subscription',
    );
  });

  it('shows what was set aside, and sends it once more: some, or all', async () => {
    const orders = ibex.exchange.part(MendingOrders);
    const of = { id, authority: croydon } as Parameters<MendingOrders['setAside']>[0];
    for (const sequence of [1, 2]) {
      const entry = { sequence, entryId: `e-${String(sequence)}` } as Parameters<
        MendingOrders['setAside']
      >[1];
      const because = { reason: 'webhook/refused', status: 422 } as Parameters<MendingOrders['setAside']>[2];
      await orders.setAside(of, entry, because);
    }
    const page = await holding(() => governance.get(`${PATH}/${id}/set-aside`), 'Entry 2');
    expect(page.text).toContain('Your receiver refused it, with status 422');
    const none = await governance.send(page, { which: 'chosen' }, { action: 'redrive' });
    expect(none.faults).toEqual(['Choose at least one entry, or send all of them']);
    const some = await governance.send(none, { which: 'chosen', sequences: ['1'] }, { action: 'redrive' });
    expect(some.text).toContain('The entries are on their way once more.');
    const moved = await holding(() => governance.get(`${PATH}/${id}/set-aside`), '(on its way once more)');
    await governance.send(moved, { which: 'all' }, { action: 'redrive' });
    await expect(redriven(id)).resolves.toEqual(['redriven', 'redriven']);
  });
});

const redriven = async (id: string): Promise<readonly unknown[]> => {
  for (const ends = Date.now() + 10_000; ;) {
    const { body } = await ibex.exchange.get(asCroydon, `/v1/subscriptions/${id}/set-aside`);
    const states = (body['entries'] as readonly Readonly<{ state: string }>[]).map(({ state }) => state);
    if (states.every((state) => state === 'redriven') || Date.now() > ends) return states;
  }
};

const holding = async (ask: () => ReturnType<Agent['get']>, text: string): ReturnType<Agent['get']> => {
  for (const ends = Date.now() + 10_000; ;) {
    const page = await ask();
    if (page.text.includes(text) || Date.now() > ends) return page;
  }
};

describe('a key', () => {
  it('is refused where the private half was pasted, which is not sent back', async () => {
    const jwk = JSON.stringify(newSealingJwk('x25519'));
    const page = await governance.submit(`${KEYS}/new`, { jwk, notAfter: '', overlapDays: '' });
    expect([page.status, page.faults]).toEqual([
      400,
      [expect.stringContaining('This holds the private half.')],
    ]);
    expect(page.html).not.toContain('&quot;d&quot;');
  });

  it('is registered by answering a challenge, and sealed to from then on', async () => {
    const pair = newSealingJwk('x25519');
    const { publicJwk, kid } = await sealingKeyFrom(pair);
    const jwk = JSON.stringify(publicJwk);
    const offered = await governance.submit(`${KEYS}/new`, { jwk, notAfter: '', overlapDays: '' });
    expect(offered.heading).toBe('Prove that the key is yours');
    const challenge = /<textarea[^>]*id="challenge"[^>]*>([^<]+)</.exec(offered.html)?.[1] ?? '';
    const wrong = await governance.send(offered, { nonce: 'a guess' });
    expect([wrong.status, wrong.faults.length]).toEqual([400, 1]);
    const nonce = await (await JweUnsealer.with([pair])).answerTo(challenge, kid);
    const proved = await governance.send(wrong, { nonce });
    expect(proved.text).toContain('Details are sealed to it from now on.');
    const { body } = await ibex.exchange.get(asCroydon, '/v1/authority-keys');
    expect(body['sealsTo']).toBe(kid);
  });

  it('is revoked, and the page says before that nothing else is left', async () => {
    const form = await governance.get((await governance.get(KEYS)).linkTo('Revoke'));
    expect(form.text).toContain('No other key is there to seal to');
    const revoked = await governance.send(form, { reason: 'lost' });
    expect(revoked.text).toContain('The key is revoked.');
    const { body } = await ibex.exchange.get(asCroydon, '/v1/authority-keys');
    expect(body).toMatchObject({ keys: [{ state: 'revoked', revokedBecause: 'lost' }] });
  });

  it('is nothing that a duty desk registers or revokes', async () => {
    expect([(await desk.get(KEYS)).status, (await desk.get(`${KEYS}/new`)).status]).toEqual([200, 403]);
  });
});
