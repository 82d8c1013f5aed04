import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore, Role } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../support/exchange-in-process';
import type { Answer, By } from '../../support/exchange-in-process';
import rolesByRoute from '../../e2e/roles-by-route.json';
import { pathTo, placesIn } from '../matrix/places';
import type { Places } from '../matrix/places';
import { publishedBy, rolesFor } from '../matrix/routes';
import type { Route } from '../matrix/routes';
import { aroundIn, aroundRestricted } from '../town/around';
import { NAMES, restrict, settle, subjectsIn } from '../town/subjects';
import { by } from '../town/town';
import type { Relation, Subject } from '../town/town';
import { looksSince } from './looks-since';

/** Those who see something of somebody. */
const NEAR: readonly Relation[] = ['owner', 'host', 'former', 'party', 'glass'];
const ACCEPTS = ['application/json', 'text/csv'] as const;
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/missing-episodes': '?scope=here&state=all',
  '/v1/inbox': '?limit=500',
  '/v1/registers/placed-elsewhere': '?includeEnded=true',
  '/v1/duties': '?state=all',
};
/**
 * Lists of work: references alone, of one’s own records or of what stands in one’s mailbox, and nothing that is known of a
 * child. A lookout’s look is on record under its owner, so that no ledger tells which record it is about.
 */
const THIN: readonly string[] = [
  ...['GET /v1/inbox', 'GET /v1/tasks', 'GET /v1/tasks/{id}', 'GET /v1/reads', 'GET /v1/access/reviews'],
  ...['GET /v1/lookouts', 'GET /v1/lookouts/{id}', 'GET /v1/restricted-fetches'],
  'GET /v1/records/{recordRef}/restrictions',
];

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
let subjects: readonly Subject[];
let places: Places;
let routes: readonly Route[];

beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  const { agreement } = await settle(exchange);
  subjects = await subjectsIn(exchange, 'A');
  const found = await placesIn(exchange);
  const around = await aroundIn(exchange, subjects, agreement);
  await restrict(exchange, subjects);
  places = { ...found, around: { ...around, ...(await aroundRestricted(exchange, subjects)) } };
  await exchange.settled();
  const isRead = ({ method, path }: Route): boolean => method === 'GET' && !path.endsWith('/stream');
  routes = (await publishedBy(exchange)).routes.filter(isRead);
}, 120_000);
afterAll(() => exchange.stop());

/** What has a name rather than an id. */
const named = (route: Route): Route => ({ ...route, path: route.path.replace('{name}', 'missing-here') });
type Asked = Readonly<{ route: Route; who: By; url: string; accept: string }>;
let people = 0;
/** Each asks as a person of its own, but whoever broke the glass, whose sight is that one person's. */
const personOf = (relation: Relation, role: Role): By => {
  people += 1;
  return relation === 'glass' ? by(relation, role) : by(relation, role, `reader-${String(people)}`);
};
const askedOf = (route: Route): readonly Asked[] => {
  const roles = rolesFor(rolesByRoute, route);
  const role = roles.find((one) => one === 'mash') ?? roles[0];
  if (role === undefined) return [];
  const isItem = route.path.includes('{');
  const of = isItem ? subjects.filter(({ state }) => state === 'live') : subjects.slice(0, 1);
  return NEAR.flatMap((relation) =>
    of.flatMap((subject) =>
      (isItem ? ACCEPTS.slice(0, 1) : ACCEPTS).map((accept) => ({
        ...{ route, accept, who: personOf(relation, role) },
        url: `${pathTo(named(route), { subject, relation, places })}${QUERIES[route.path] ?? ''}`,
      })),
    ),
  );
};

/** Whom of the children an answer is about: by name, or by reference where it is more than a list of work. */
const shownIn = ({ status, text }: Answer, { name }: Route): readonly Subject[] =>
  status !== 200
    ? []
    : subjects.filter(({ label, state, recordRef }) => {
        const [forename = '', surname = ''] = NAMES[`${label} ${state}`] ?? [];
        const isNamed = new RegExp(`\\b(${forename}|${surname})\\b`).test(text);
        return isNamed || (text.includes(recordRef) && !THIN.includes(name));
      });

describe('every route that says who a child is', () => {
  it('puts on record who looked at whom, for what and on which basis, before it answers', async () => {
    const [faults, shown]: [string[], Set<string>] = [[], new Set()];
    for (const asked of routes.flatMap(askedOf)) {
      const { route, who, url, accept } = asked;
      const before = await exchange.part<EventStore>(EVENT_STORE).head();
      const answer = await exchange.ask(who, { method: 'GET', url, headers: { accept } });
      const about = shownIn(answer, route);
      if (about.length === 0) continue;
      shown.add(route.name);
      const looks = await looksSince(exchange, before, who);
      const unseen = about.filter(
        ({ recordRef }) => !looks.some(({ recordRefs }) => recordRefs.includes(recordRef)),
      );
      const isWhy = looks.every(({ why }) => why.length >= 2 && why.every((words) => words.trim() !== ''));
      if (unseen.length > 0 || !isWhy)
        faults.push(`${route.name} to ${who.join(' ')} (${accept}): ${String(unseen.length)} not on record`);
    }
    expect(faults).toEqual([]);
    // so that it would be noticed if nothing were shown any more
    expect([...shown].sort()).toEqual(
      expect.arrayContaining([
        'GET /v1/children/{recordRef}/chronology',
        'GET /v1/children/{recordRef}/picture',
        'GET /v1/duties',
        'GET /v1/missing-episodes',
        'GET /v1/notices/by-id/{category}/{id}',
        'GET /v1/registers/placed-elsewhere',
        'GET /v1/registers/placed-here',
        'GET /v1/worklists/{name}',
      ]),
    );
  }, 240_000);
});
