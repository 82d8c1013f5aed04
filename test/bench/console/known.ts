import type { Agent } from '../../console/support/agent';
import type { ReadPage } from '../../console/support/read-page';
import type { Home } from '../view/home';
import { hostOf, ownerOf } from '../view/made-child';
import { BOROUGH } from './people';
import type { People } from './people';

/** Own children, and as many whom others placed in the borough. */
const CHILDREN_OF_A_KIND = 10;
const NOTICE = /^\/console\/(desk\/inbox\/\d+)$/;

/** Where the pages stand that the data decide; without the console's own part of the address. */
export type Known = Readonly<{
  notices: readonly string[];
  draftStep: string;
  children: readonly string[];
  /** Of each who searches, for their form. */
  csrfTokens: readonly string[];
  /** How many children there are in all. */
  everybody: number;
}>;

const as200 = (page: ReadPage): ReadPage => {
  if (page.status !== 200) throw new Error(`${page.path} answered ${String(page.status)}: ${page.title}`);
  return page;
};

const noticesOf = async (desk: Agent): Promise<readonly string[]> => {
  const { links } = as200(await desk.get('/console/desk'));
  const found = links.flatMap(({ href }) => NOTICE.exec(href)?.[1] ?? []);
  if (found.length === 0) throw new Error('nothing has come into the inbox');
  return [...new Set(found)];
};

const stepOf = async (placing: Agent): Promise<string> => {
  const begun = await placing.submit(
    '/console/tell',
    { what: 'placement' },
    { action: '/console/tell/start' },
  );
  return as200(begun).path.replace(/^\/console\//, '');
};

const childrenOf = (home: Home): readonly string[] => {
  const all = Array.from({ length: home.children }, (_, n) => n);
  const own = all.filter((n) => ownerOf(n) === BOROUGH).slice(0, CHILDREN_OF_A_KIND);
  const hosted = all.filter((n) => hostOf(n, 2) === BOROUGH).slice(0, CHILDREN_OF_A_KIND);
  return [...own, ...hosted].map((n) => home.recordRefOf(n));
};

/** Says once what the child's record is read for, so that the page itself comes every later time. */
const open = async (mash: Agent, recordRef: string): Promise<void> => {
  const asked = as200(await mash.get(`/console/mash/children/${recordRef}`));
  // in a home that was kept it may have been said already
  const isSaid = asked.forms.every(({ names }) => !names.has('purpose'));
  const page = isSaid ? asked : as200(await mash.send(asked, { purpose: 'mash-enquiry' }));
  if (page.heading === '') throw new Error('the child’s page did not open');
};

const csrfOf = async (searcher: Agent): Promise<string> => {
  const form = as200(await searcher.get('/console/mash/search')).form({ fields: ['identifiers.forename'] });
  return form.values.find(([name]) => name === 'csrf')?.[1] ?? '';
};

/** Opens what has to be open before it can be asked for at a rate. */
export const knownTo = async (people: People, home: Home): Promise<Known> => {
  const children = childrenOf(home);
  for (const recordRef of children) await open(people.mash, recordRef);
  const csrfTokens: string[] = [];
  for (const searcher of people.searchers) csrfTokens.push(await csrfOf(searcher));
  return {
    notices: await noticesOf(people.desk),
    draftStep: await stepOf(people.placing),
    ...{ children, csrfTokens, everybody: home.children },
  };
};
