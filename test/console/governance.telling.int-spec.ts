import type { By } from '../support/exchange-in-process';
import { inventedChild } from '../support/invented-child';
import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';

const { camden, croydon } = BOROUGHS;
const KENT = 'E10000016';
const TASKS = '/console/governance/tasks';
const DESKS = '/console/governance/desks';
const placing: By = [croydon, 'placing-practitioner', 'a-placer'];

let ibex: ConsoleInProcess;
let desk: Agent;
let governance: Agent;
let task: string;
const child = {
  localId: 'T-1',
  forename: '<i>Ada</i>',
  surname: 'O’Brien',
  dateOfBirth: inventedChild(1).dateOfBirth,
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  desk = await ibex.as(croydon, 'duty-desk');
  governance = await ibex.as(croydon, 'governance');
  const body = { child, host: KENT, startsOn: '2026-11-20', notice: 'emergency', address: '1 Quiet Street' };
  await ibex.exchange.post(placing, '/v1/placements', body);
  const { body: list } = await ibex.exchange.get(placing, '/v1/tasks');
  task = String((list['tasks'] as readonly Readonly<{ id: string }>[])[0]?.id);
});
afterAll(() => ibex.stop());

describe('an authority that reads no mailbox here', () => {
  it('stands on the list of whom to tell, with its date', async () => {
    const page = await desk.get(TASKS);
    expect(page.text).toContain('Kent Placement notified');
    expect(page.text).toContain('To be told');
  });

  it('gets a letter, whatever a name holds, and that it was opened is on record', async () => {
    const page = await desk.get(`${TASKS}/${task}/letter`);
    expect(page.heading).toMatch(/^Placement/);
    expect(page.text).toContain('To: Kent, children’s services');
    expect(page.html).toContain('&lt;i&gt;Ada&lt;/i&gt; O’Brien');
    expect(page.html).not.toContain('<i>Ada');
    expect(page.text).not.toContain('[object');
  });

  it('is told by whoever tells, and not by governance, who may look', async () => {
    const look = await governance.get(`${TASKS}/${task}`);
    expect([look.status, look.html.includes('/told')]).toEqual([200, false]);
    expect((await governance.get(`${TASKS}/${task}/letter`)).status).toBe(403);
    expect((await governance.get(`${TASKS}/${task}/told`)).status).toBe(403);
  });

  it('was not told in the future, nor at no time', async () => {
    const form = await desk.get(`${TASKS}/${task}/told`);
    const empty = await desk.send(form, { day: '', time: '' });
    expect(empty.faults).toEqual([
      'Choose how the authority was told',
      'Enter the day and time at which it was told, for example 3 March 2026 and 2:14am',
    ]);
    const future = await desk.send(empty, { means: 'post', day: '1/1/2090', time: '9am' });
    expect([future.status, future.faults]).toEqual([
      400,
      ['This lies in the future. Enter when it was told'],
    ]);
    expect(future.html).toContain('value="1/1/2090"');
  });

  it('is told, with proof, and what was said wrong is put right', async () => {
    const form = await desk.get(`${TASKS}/${task}/told`);
    const fields = {
      means: 'secure-email',
      day: '21/11/2025',
      time: '2:14am',
      reference: 'MSG-1',
      sentTo: 'duty@kent',
    };
    const told = await desk.send(form, fields);
    expect(told.text).toContain('It is on record how the authority was told.');
    expect(told.text).toContain('Told, with proof');
    const correction = await desk.get(`${TASKS}/${task}/told`);
    expect(correction.html).toContain('value="21 November 2025"');
    const right = await desk.send(correction, { means: 'telephone', time: '2:20am' });
    expect(right.text).toContain('Said before, and put right since');
    const { body } = await ibex.exchange.get(placing, `/v1/tasks/${task}`);
    expect(body['proofs']).toEqual([
      expect.objectContaining({
        means: 'secure-email',
        doneAt: '2025-11-21T02:14:00.000Z',
        reference: 'MSG-1',
      }),
      expect.objectContaining({ means: 'telephone', doneAt: '2025-11-21T02:20:00.000Z', reference: 'MSG-1' }),
    ]);
    expect((await desk.get(`${TASKS}?show=done`)).text).toContain('put right since');
  });

  it('is nobody else’s to tell', async () => {
    const other = await ibex.as(camden, 'duty-desk');
    expect((await other.get(`${TASKS}/${task}`)).status).toBe(404);
  });
});

describe('a desk', () => {
  it('is named with its hours, and seen by API', async () => {
    const form = await governance.get(`${DESKS}/new`);
    const wrong = await governance.send(form, { desk: 'The Desk', role: '', opens: 'early' });
    expect(wrong.faults).toEqual([
      'Enter 2 to 40 small letters, digits and hyphens, for example duty-desk',
      'Say who sits there, as a role',
      'Enter a time, for example 9am or 09:00',
    ]);
    const fields = {
      desk: 'mash',
      role: 'Hub manager',
      contact: '020 7946 0000',
      opens: '9am',
      closes: '5:30pm',
    };
    const named = await governance.send(wrong, fields);
    expect(named.text).toContain('Mon to Fri, 09:00 to 17:30');
    const { body } = await ibex.exchange.get([croydon, 'governance'], '/v1/desks');
    expect(body['desks']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ desk: 'mash', contact: '020 7946 0000', always: false }),
      ]),
    );
  });

  it('is told of late duties in the order of steps', async () => {
    const form = await governance.get((await governance.get(DESKS)).linkTo(/Change all duties/));
    const disordered = await governance.send(form, { 'desk-0': 'mash', 'after-0': '5', 'unit-0': 'days' });
    expect(disordered.faults).toEqual([
      'A later step cannot come before an earlier one. Put them in order of time',
    ]);
    const set = await governance.send(disordered, { 'after-0': '30', 'unit-0': 'minutes' });
    expect(set.text).toContain('mash, 30 minutes after it is late team-manager, 4 hours after it is late');
    const { body } = await ibex.exchange.get([croydon, 'governance'], '/v1/desks');
    expect(body['escalations']).toEqual([
      {
        kind: 'any',
        steps: [
          { desk: 'mash', afterMinutes: 30 },
          { desk: 'team-manager', afterMinutes: 240 },
          { desk: 'head-of-service', afterMinutes: 1440 },
        ],
      },
    ]);
  });

  it('is told of no kind of duty that there is not, and the page says which there are', async () => {
    const form = await governance.get(`${DESKS}/steps`);
    const page = await governance.send(form, { kind: 'no-such-duty', 'desk-0': 'mash' });
    expect([page.status, page.faults]).toEqual([400, [expect.stringContaining('return-interview')]]);
  });
});
