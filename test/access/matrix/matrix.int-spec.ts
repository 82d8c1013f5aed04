import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../support/exchange-in-process';
import rolesByRoute from '../../e2e/roles-by-route.json';
import { aroundIn, aroundRestricted } from '../town/around';
import { restrict, settle, subjectsIn } from '../town/subjects';
import { cellsOf } from './cells';
import type { Walk } from './cells';
import { placesIn } from './places';
import { publishedBy, rolesFor } from './routes';
import type { Route } from './routes';
import { rowOf } from './table';
import type { Row } from './table';

const TABLE = join(__dirname, 'who-comes-to-what.json');
/** Writes what is the case instead of checking it: to be read line by line before it is committed. */
const WRITES = process.env['IBEX_WRITE_MATRIX'] === '1';
const table = (WRITES ? {} : JSON.parse(readFileSync(TABLE, 'utf8'))) as Readonly<Record<string, Row>>;

/** Streams do not end; what comes by them is what the inbox holds. */
const isWalked = ({ path }: Route): boolean => !path.endsWith('/stream');
const inOrder = (routes: readonly Route[]): readonly Route[] =>
  ['GET', 'POST'].flatMap((method) => routes.filter((route) => route.method === method && isWalked(route)));

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
let walk: Walk;
const faults: string[] = [];

beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  const { agreement } = await settle(exchange);
  const subjects = await subjectsIn(exchange, 'M');
  const found = await placesIn(exchange);
  const around = await aroundIn(exchange, subjects, agreement);
  await restrict(exchange, subjects);
  const places = { ...found, around: { ...around, ...(await aroundRestricted(exchange, subjects)) } };
  await exchange.settled();
  const published = await publishedBy(exchange);
  const fault = ({ name }: Route, what: string): void => void faults.push(`${name}: ${what}`);
  walk = { exchange, published, subjects, places, fault };
}, 120_000);
afterAll(() => exchange.stop());

describe('whoever asks for anything of a child', () => {
  it('asks by a route that has a row, and every row has its route', () => {
    const names = inOrder(walk.published.routes).map(({ name }) => name);
    expect(WRITES ? [...names].sort() : Object.keys(table).sort()).toEqual([...names].sort());
    expect(names.filter((name) => !(name in rolesByRoute))).toEqual([]);
  });

  it('comes to what the table says, by role, relation, label and state, and to the one 404 otherwise', async () => {
    const rows: Record<string, Row> = {};
    for (const route of inOrder(walk.published.routes)) {
      rows[route.name] = rowOf(await cellsOf(walk, route, rolesFor(rolesByRoute, route)));
      await exchange.settled();
    }
    if (WRITES) writeFileSync(TABLE, `${JSON.stringify(rows, null, 2)}\n`);
    expect(rows).toEqual(WRITES ? rows : table);
    expect([...new Set(faults)]).toEqual([]);
  }, 240_000);
});
