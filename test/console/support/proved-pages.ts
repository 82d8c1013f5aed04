import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { routeOf } from './route-of';

/** What a page is put to. `faults`: shown again with what was wrong in what somebody sent. */
export type Check = 'axe' | 'dark' | 'narrow' | 'paper' | 'keyboard' | 'faults';
/** By route, as in `GET /console/desk`: the checks that it stood. */
export type Proved = Readonly<Record<string, readonly Check[]>>;

const SPECS = resolve(__dirname, '..');
const LISTS = join(SPECS, 'proved-pages');
const ENDING = '.browser-spec.ts';
/** What a spec proves is written down only when somebody asks for it; otherwise it is held to what is written. */
const WRITES = process.env['IBEX_KEEP_PROOF'] === 'yes';

const stood = new Map<string, Set<Check>>();

const statusOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation');
    return visit instanceof PerformanceNavigationTiming ? visit.responseStatus : 0;
  });

/** Of the route of ours that the page shows an answer of; none for what says that there is nothing. */
const shownBy = async (page: Page): Promise<Readonly<{ name: string; isAgain: boolean }> | undefined> => {
  const status = await statusOf(page);
  const { pathname } = new URL(page.url());
  const found = routeOf('GET', pathname) ?? routeOf('POST', pathname);
  const posted = routeOf('POST', pathname);
  const route = status === 400 ? (posted ?? found) : found;
  if (!route || (status !== 200 && status !== 400)) return undefined;
  return { name: `${route.method} ${route.pattern}`, isAgain: status === 400 };
};

/** To be called once a page stood a check. */
export const proved = async (page: Page, check: Check): Promise<void> => {
  const shown = await shownBy(page);
  if (!shown) return;
  const { name, isAgain } = shown;
  const checks = stood.get(name) ?? new Set<Check>();
  stood.set(name, checks.add(check));
  if (isAgain && check === 'axe') checks.add('faults');
};

/** Whether this spec has put the page of that route to the check before. */
export const isProved = async (page: Page, check: Check): Promise<boolean> => {
  const shown = await shownBy(page);
  return shown !== undefined && stood.get(shown.name)?.has(check) === true;
};

/** What this spec has put to the checks so far. */
export const provedNow = (): Proved =>
  Object.fromEntries(
    [...stood]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([name, all]) => [name, [...all].sort()]),
  );

/** A line per page, its checks in one text. */
const read = (file: string): Proved =>
  Object.fromEntries(
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>).map(
      ([name, checks]) => [name, checks.split(' ') as Check[]],
    ),
  );
const write = (file: string, all: Proved): void => {
  const lines = Object.fromEntries(Object.entries(all).map(([name, checks]) => [name, checks.join(' ')]));
  mkdirSync(LISTS, { recursive: true });
  writeFileSync(file, `${JSON.stringify(lines, null, 2)}\n`);
};
const listOf = (spec: string): string => join(LISTS, `${basename(spec, ENDING)}.json`);

/** What the spec that runs has proved, and what is written down of it. */
export const provedHere = (): Readonly<{ now: Proved; written: Proved }> => {
  const file = listOf(expect.getState().testPath ?? '');
  const now = provedNow();
  if (WRITES) write(file, now);
  return { now, written: existsSync(file) ? read(file) : {} };
};

export type Spec = Readonly<{ name: string; source: string; proved: Proved }>;

/** Every spec that opens a browser, with what is written down of it. */
export const browserSpecs = (): readonly Spec[] =>
  readdirSync(SPECS)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => {
      const file = listOf(name);
      const source = readFileSync(join(SPECS, name), 'utf8');
      return { name, source, proved: existsSync(file) ? read(file) : {} };
    });

/** Lists of specs that are there no more. */
export const strayLists = (): readonly string[] =>
  readdirSync(LISTS).filter((name) => !existsSync(join(SPECS, name.replace(/\.json$/, ENDING))));
