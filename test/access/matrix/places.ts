import type { Answer, Body, ExchangeInProcess } from '../../support/exchange-in-process';
import { AUTHORITY, RELATIONS, ROUTE_OF, by } from '../town/town';
import type { Around } from '../town/around';
import type { Category, Relation, Subject } from '../town/town';
import type { Route } from './routes';

type Entry = Readonly<{
  sequence: number;
  subject: string;
  type: string;
  data: Readonly<{ links: Readonly<{ detail: string }> }>;
}>;

/** What a path leads to: ids that stand for a subject, as they were before anybody was shut out. */
export type Places = Readonly<{
  factOf: (subject: Subject) => string;
  numberFor: (subject: Subject, relation: Relation) => number;
  clockOf: (subject: Subject) => string;
  around: Around;
}>;

export const UNKNOWN = '11111111-1111-8111-8111-111111111111';
const NO_ENTRY = 9_999;
/** An authority that has to do with none of these children. */
export const NOBODYS = 'E10000016';
const itemsOf = ({ body }: Answer, name: string): readonly Body[] => (body[name] ?? []) as readonly Body[];

const clockAbout = (listed: readonly Body[], ids: readonly string[]): string => {
  const clock = listed.find(({ notice }) =>
    ids.some((id) => typeof notice === 'string' && notice.endsWith(id)),
  );
  return typeof clock?.['id'] === 'string' ? clock['id'] : UNKNOWN;
};

/** To be looked for while nothing is restricted yet. */
export const placesIn = async (exchange: ExchangeInProcess): Promise<Omit<Places, 'around'>> => {
  const numbers = new Map<string, number>();
  const facts = new Map<string, string>();
  for (const relation of RELATIONS) {
    const inbox = await exchange.get(by(relation, 'duty-desk'), '/v1/inbox?limit=500');
    for (const { sequence, subject, type, data } of itemsOf(inbox, 'entries') as readonly Entry[]) {
      if (!numbers.has(`${relation} ${subject}`)) numbers.set(`${relation} ${subject}`, sequence);
      if (relation === 'host' && type === 'uk.ibex.placement.changed')
        facts.set(subject, data.links.detail.split('/').at(-1) ?? '');
    }
  }
  const clocks = await exchange.get(by('owner', 'duty-desk'), '/v1/clocks?limit=500');
  const listed = itemsOf(clocks, 'items');
  return {
    factOf: ({ recordRef }) => facts.get(recordRef) ?? UNKNOWN,
    numberFor: ({ recordRef }, relation) => numbers.get(`${relation} ${recordRef}`) ?? NO_ENTRY,
    clockOf: ({ notices }) => clockAbout(listed, Object.values(notices)),
  };
};

const categoryIn = (path: string): Category =>
  (Object.entries(ROUTE_OF).find(([, prefix]) => path.startsWith(prefix))?.[0] ?? 'placement') as Category;

type Finding = (subject: Subject, places: Places, method: Route['method']) => string | undefined;

/** Ids by what a path begins with; any other is of a notice. */
const IDS: Readonly<Record<string, Finding>> = {
  '/v1/access/': ({ grant }) => grant,
  '/v1/clocks/': (subject, { clockOf }) => clockOf(subject),
  '/v1/links/corrections/': () => UNKNOWN,
  '/v1/links/': ({ recordRef }, { around }) => around.links.get(recordRef),
  '/v1/tasks/': ({ recordRef }, { around }) => around.tasks.get(recordRef),
  '/v1/lookouts/': ({ recordRef }, { around }) => around.lookouts.get(recordRef),
  '/v1/restricted-fetches/': ({ recordRef }, { around }) => around.fetches.get(recordRef),
  '/v1/subscriptions/': (_, { around }) => around.subscription,
  // what is in force stays so while all routes are walked
  '/v1/agreements/': (_, { around }, method) => (method === 'GET' ? around.agreement : around.proposed),
};

const idIn = ({ path, method }: Route, subject: Subject, places: Places): string => {
  const [, find] = Object.entries(IDS).find(([prefix]) => path.startsWith(prefix)) ?? [];
  return (find ? find(subject, places, method) : subject.notices[categoryIn(path)]) ?? UNKNOWN;
};

/** The path of a route for one subject; `unknown`: for one that there is not, in the same form. */
export const pathTo = (
  route: Route,
  { subject, relation, places }: Readonly<{ subject: Subject; relation: Relation; places: Places }>,
): string =>
  route.path
    .replace('{recordRef}', subject.recordRef)
    .replace('{factId}', places.factOf(subject))
    .replace('{category}', 'placement')
    .replace('{authority}', AUTHORITY.host)
    .replace('{sequence}', String(places.numberFor(subject, relation)))
    .replace('{label}', 'refuge')
    .replace('{gss}', NOBODYS)
    .replace('{id}', idIn(route, subject, places))
    .replaceAll(/\{[^}]+\}/g, UNKNOWN);

export const unknownPath = ({ path }: Route): string =>
  path
    .replace('{category}', 'placement')
    .replace('{authority}', AUTHORITY.host)
    .replace('{sequence}', String(NO_ENTRY))
    .replace('{label}', 'refuge')
    .replace('{gss}', NOBODYS)
    .replaceAll(/\{[^}]+\}/g, UNKNOWN);
