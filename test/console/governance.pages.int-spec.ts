import type { Role } from '@ibex/kernel';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';

let ibex: ConsoleInProcess;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
});
afterAll(() => ibex.stop());

const PEOPLE = [
  'governance',
  'duty-desk',
  'mash',
  'placing-practitioner',
  'operator',
] as const satisfies readonly Role[];
type Person = (typeof PEOPLE)[number];

/** Every page that needs nothing to be there, and who sees it. */
const PAGES: readonly (readonly [path: string, heading: string, seen: readonly Person[]])[] = [
  ['', 'Governance', ['governance', 'duty-desk', 'mash', 'placing-practitioner']],
  ['/reads', 'Who looked at our children', ['governance', 'mash']],
  ['/reviews', 'Emergency accesses', ['governance']],
  ['/revocations', 'Access taken away', ['governance']],
  ['/revocations/new', 'Take access away', ['governance']],
  ['/closed-searches', 'Closed searches', ['governance']],
  ['/agreements', 'Sharing agreements', ['governance', 'duty-desk', 'mash']],
  ['/records', 'Restrict a record', ['governance', 'placing-practitioner']],
  ['/decisions', 'Decisions not to share', ['governance', 'mash']],
  ['/decisions/new', 'Put a decision on record', ['governance', 'mash']],
  [
    '/whereabouts',
    'Whereabouts of restricted children',
    ['governance', 'duty-desk', 'mash', 'placing-practitioner'],
  ],
  ['/whereabouts/new', 'Ask where a restricted child is', ['duty-desk', 'mash', 'placing-practitioner']],
  ['/set-aside', 'Records that are not matched', ['governance', 'duty-desk', 'mash', 'placing-practitioner']],
  ['/subscriptions', 'Subscriptions', ['governance', 'duty-desk']],
  ['/keys', 'Keys', ['governance', 'duty-desk']],
  ['/keys/new', 'Register a key', ['governance']],
  ['/desks', 'Desks and escalation', ['governance', 'duty-desk']],
  ['/desks/new', 'Name a desk', ['governance', 'duty-desk']],
  ['/desks/steps', 'Steps for a kind of duty', ['governance', 'duty-desk']],
  ['/tasks', 'Tell by other means', ['governance', 'duty-desk', 'placing-practitioner']],
];

describe('pages of governance', () => {
  it.each(PEOPLE)('are shown to %s as far as the role goes, and to nobody else', async (role) => {
    const agent = await ibex.as(BOROUGHS.croydon, role);
    const seen: unknown[] = [];
    for (const [path] of PAGES) {
      const page = await agent.get(`/console/governance${path}`);
      seen.push([
        path,
        page.status,
        page.status === 200 ? page.heading : '',
        page.headers.get('cache-control'),
      ]);
    }
    expect(seen).toEqual(
      PAGES.map(([path, heading, who]) => {
        const may = who.some((one) => one === role);
        return [path, may ? 200 : 403, may ? heading : '', 'no-store'];
      }),
    );
  });

  it('ask somebody who is not signed in to do so', async () => {
    const page = await ibex.anybody().get('/console/governance/reads');
    expect(page.path).toContain('/console/sign-in');
  });

  it('say what to do where there is nothing yet', async () => {
    const agent = await ibex.as(BOROUGHS.ealing, 'governance');
    const texts = await Promise.all([
      agent.get('/console/governance/reads'),
      agent.get('/console/governance/tasks'),
      agent.get('/console/governance/keys'),
    ]);
    expect(texts.map(({ text }) => text)).toEqual([
      expect.stringContaining('Nobody has looked at your authority’s records yet.'),
      expect.stringContaining('Nothing to tell.'),
      expect.stringContaining('Your authority has no key.'),
    ]);
  });
});
