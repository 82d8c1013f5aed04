import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import type { By } from '../support/exchange-in-process';

const { camden, croydon, ealing } = BOROUGHS;
const AGREEMENTS = '/console/governance/agreements';

let ibex: ConsoleInProcess;
let ours: Agent;
let theirs: Agent;
let agreement: string;

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  ours = await ibex.as(croydon, 'governance');
  theirs = await ibex.as(camden, 'governance');
});
afterAll(() => ibex.stop());

const asCroydon: By = [croydon, 'governance'];
const stateOf = async (id: string): Promise<unknown> =>
  (await ibex.exchange.get(asCroydon, `/v1/agreements/${id}`)).body['state'];

const CLAUSE = {
  types: ['missing', 'placement'],
  who: 'all',
  agesFrom: '11',
  agesTo: '17',
  urgencies: ['urgent'],
};

describe('an agreement', () => {
  it('is proposed in steps, each of which says what is missing', async () => {
    const list = await ours.get(AGREEMENTS);
    const about = await ours.send(list, {}, { action: '/drafts' });
    expect(about.text).toContain('step 1 of 5');
    const empty = await ours.send(about, { title: '', purpose: '', legalBasis: '' });
    expect([empty.status, empty.faults.length]).toEqual([400, 3]);
    const words = {
      title: 'South London & <b>friends</b>',
      purpose: 'To find children sooner.',
      legalBasis: 'CA 2004 s11',
    };
    const parties = await ours.send(empty, words);
    expect(parties.heading).toBe('Who are the parties?');
    const term = await ours.send(parties, { parties: [camden] });
    const wrong = await ours.send(term, { from: '1 April 2027', to: '1 March 2027' });
    expect(wrong.faults).toEqual(['The last day has to come after the first']);
    const clauses = await ours.send(wrong, { from: '1 April 2020', to: '31 March 2030' });
    expect(clauses.text).toContain('No clause yet.');
    const added = await ours.submit(clauses.linkTo('Add a clause'), CLAUSE);
    expect(added.text).toContain('Children from 11 to 17 years old');
    const check = await ours.send(added, {}, { action: 'clauses' });
    expect([check.heading, check.text]).toEqual([
      'Check your answers',
      expect.stringContaining('Nothing is shared yet.'),
    ]);
    const proposed = await ours.send(check, {}, { action: 'check' });
    expect(proposed.text).toContain('The agreement is proposed.');
    expect(proposed.html).toContain('South London &amp; &lt;b&gt;friends&lt;/b&gt;');
    agreement = /agreements\/([^?/]+)/.exec(proposed.path)?.[1] ?? '';
    const { body } = await ibex.exchange.get(asCroydon, `/v1/agreements/${agreement}`);
    expect(body).toMatchObject({
      state: 'proposed',
      versions: [
        {
          parties: [croydon, camden],
          from: '2020-04-01',
          to: '2030-03-31',
          clauses: [
            {
              id: 'clause-1',
              types: ['missing', 'placement'],
              agesFrom: 11,
              agesTo: 17,
              urgencies: ['urgent'],
            },
          ],
        },
      ],
    });
  });

  it('is proposed once, however often the last step is sent', async () => {
    const start = await ours.send(await ours.get(AGREEMENTS), {}, { action: '/drafts' });
    const parties = await ours.send(start, { title: 'Twice', purpose: 'x', legalBasis: 'y' });
    const term = await ours.send(parties, { parties: [ealing] });
    const clauses = await ours.send(term, { from: '1/1/2027', to: '2/1/2027' });
    const added = await ours.submit(clauses.linkTo('Add a clause'), { types: ['move'], who: 'all' });
    const check = await ours.send(added, {}, { action: 'clauses' });
    const [first, second] = [
      await ours.send(check, {}, { action: 'check' }),
      await ours.send(check, {}, { action: 'check' }),
    ];
    expect(second.path).toBe(first.path);
    const { text } = await ibex.exchange.get(asCroydon, '/v1/agreements');
    expect(text.split('"title":"Twice"')).toHaveLength(2);
  });

  it('tells what a signature does, and is in force with the last one', async () => {
    await ibex.exchange.settled();
    const form = await ours.get(`${AGREEMENTS}/${agreement}/sign`);
    expect(form.text).toContain('Camden still has to sign');
    const unread = await ours.send(form, { name: 'A Guardian', position: 'Caldicott Guardian', read: [] });
    expect(unread.faults).toEqual(['Confirm that you have read this version']);
    await ours.send(unread, { name: 'A Guardian', position: 'Caldicott Guardian', read: 'yes' });
    const last = await theirs.get(`${AGREEMENTS}/${agreement}/sign`);
    expect(last.text).toContain('Yours is the last signature that is missing.');
    const signed = await theirs.send(last, { name: 'B Guardian', position: '', read: 'yes' });
    expect(signed.text).toContain('Your signature is on record.');
    expect(await stateOf(agreement)).toBe('in-force');
  });

  it('is amended from what it says now', async () => {
    const page = await ours.get(`${AGREEMENTS}/${agreement}`);
    const about = await ours.send(page, {}, { action: 'amend' });
    expect(about.text).toContain('New version: step 1 of 5');
    const check = await ours.send(about, { title: 'South London' });
    expect(check.heading).toBe('Check your answers');
    const amended = await ours.send(check, {}, { action: 'check' });
    expect(amended.text).toContain('The old one holds until every party has signed the new one.');
    const { body } = await ibex.exchange.get(asCroydon, `/v1/agreements/${agreement}`);
    expect([body['versionInForce'], (body['versions'] as readonly unknown[]).length]).toEqual([1, 2]);
  });

  it('is read by the duty desk, which can change nothing of it', async () => {
    const desk = await ibex.as(croydon, 'duty-desk');
    const page = await desk.get(`${AGREEMENTS}/${agreement}`);
    expect(page.forms.filter(({ action }) => action.includes('agreements'))).toEqual([]);
    const forged = await desk.get(`${AGREEMENTS}/${agreement}/end`);
    expect(forged.status).toBe(403);
  });

  it('is left by one, and tells before what that does', async () => {
    const form = await theirs.get(`${AGREEMENTS}/${agreement}/leave`);
    expect(form.text).toContain('cannot be read any more');
    const left = await theirs.send(form, { because: 'legal-advice', note: '' });
    expect(left.text).toContain('Your authority has left the agreement.');
  });

  it('is ended for all by another', async () => {
    const form = await ours.get(`${AGREEMENTS}/${agreement}/end`);
    const unsaid = await ours.send(form, { note: 'x' });
    expect(unsaid.faults).toEqual(['Choose why']);
    const ended = await ours.send(unsaid, { because: 'replaced', note: 'See the next one.' });
    expect(ended.text).toContain('The agreement has ended for all parties.');
    expect(await stateOf(agreement)).toBe('ended');
  });

  it('of others is not there', async () => {
    const page = await (await ibex.as(BOROUGHS.lambeth, 'governance')).get(`${AGREEMENTS}/${agreement}`);
    expect([page.status, page.heading]).toEqual([404, 'There is nothing here that you can see']);
  });
});

describe('a draft', () => {
  it('is nobody else’s', async () => {
    const start = await ours.send(await ours.get(AGREEMENTS), {}, { action: '/drafts' });
    expect((await theirs.get(start.path)).status).toBe(404);
  });

  it('is thrown away', async () => {
    const start = await ours.send(await ours.get(AGREEMENTS), {}, { action: '/drafts' });
    await ours.send(start, {}, { action: 'discard' });
    expect((await ours.get(start.path)).status).toBe(404);
  });
});
