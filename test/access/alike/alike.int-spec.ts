import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../support/exchange-in-process';
import rolesByRoute from '../../e2e/roles-by-route.json';
import { pathTo, placesIn, unknownPath } from '../matrix/places';
import type { Places } from '../matrix/places';
import { publishedBy, rolesFor } from '../matrix/routes';
import type { Route } from '../matrix/routes';
import { aroundIn, aroundRestricted } from '../town/around';
import { restrict, settle, subjectsIn } from '../town/subjects';
import { by } from '../town/town';
import type { Subject } from '../town/town';
import { stepsOf } from './steps';
import type { Steps } from './steps';

/** By ids that nobody can guess, given to whoever was told of a notice or opened a subscription: known limits. */
const OTHERWISE = [/^GET \/v1\/notices\//, /^GET \/v1\/subscriptions\//] as const;

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
let subjects: readonly Subject[];
let places: Places;
let routes: readonly Route[];
let steps: Steps;

beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  const { agreement } = await settle(exchange);
  subjects = await subjectsIn(exchange, 'S');
  const found = await placesIn(exchange);
  const around = await aroundIn(exchange, subjects, agreement);
  await restrict(exchange, subjects);
  places = { ...found, around: { ...around, ...(await aroundRestricted(exchange, subjects)) } };
  await exchange.settled();
  const isOfOne = ({ method, path, name }: Route): boolean =>
    method === 'GET' && path.includes('{') && !OTHERWISE.some((other) => other.test(name));
  routes = (await publishedBy(exchange)).routes.filter(isOfOne);
  steps = stepsOf(exchange);
}, 120_000);
afterAll(() => exchange.stop());

/** What a stranger’s question for one thing comes to, and what was asked of the stores for it. */
const askedOf = async (route: Route, url: string) => {
  const who = by('none', rolesFor(rolesByRoute, route)[0] ?? 'mash');
  const ask = () => exchange.ask(who, { method: 'GET', url, headers: { accept: 'application/json' } });
  // what is kept in memory of the first question is not what is compared
  await ask();
  const [{ status }, asked] = await steps.during(ask);
  return { status, asked };
};

describe('a stranger', () => {
  it('is told of a child that is there, one that is restricted and one that is not by the same steps', async () => {
    const faults: string[] = [];
    let compared = 0;
    for (const route of routes) {
      const unknown = await askedOf(route, unknownPath(route));
      for (const subject of subjects) {
        const url = pathTo(route, { subject, relation: 'none', places });
        const { status, asked } = await askedOf(route, url);
        if (status !== 404 || url === unknownPath(route)) continue;
        compared += 1;
        if (asked.join() !== unknown.asked.join())
          faults.push(
            `${route.name}, ${subject.label} ${subject.state}: ${asked.join()} and not ${unknown.asked.join()}`,
          );
      }
    }
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(20);
    const named = routes.map(({ name }) => name);
    for (const view of ['chronology', 'picture'])
      expect(named).toContain(`GET /v1/children/{recordRef}/${view}`);
  }, 120_000);
});
