import type { Answer, Body, ExchangeInProcess } from '../../support/exchange-in-process';
import { AUTHORITY, RELATIONS, ROUTE_OF, by } from '../town/town';
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
export const placesIn = async (exchange: ExchangeInProcess): Promise<Places> => {
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

const idIn = (path: string, subject: Subject, places: Places): string => {
  if (path.startsWith('/v1/access/')) return subject.grant;
  if (path.startsWith('/v1/clocks')) return places.clockOf(subject);
  return subject.notices[categoryIn(path)];
};

/** The path of a route for one subject; `unknown`: for one that there is not, in the same form. */
export const pathTo = (
  { path }: Route,
  { subject, relation, places }: Readonly<{ subject: Subject; relation: Relation; places: Places }>,
): string =>
  path
    .replace('{recordRef}', subject.recordRef)
    .replace('{factId}', places.factOf(subject))
    .replace('{category}', 'placement')
    .replace('{authority}', AUTHORITY.host)
    .replace('{sequence}', String(places.numberFor(subject, relation)))
    .replace('{label}', 'refuge')
    .replace('{gss}', NOBODYS)
    .replace('{id}', idIn(path, subject, places))
    .replaceAll(/\{[^}]+\}/g, UNKNOWN);

export const unknownPath = ({ path }: Route): string =>
  path
    .replace('{category}', 'placement')
    .replace('{authority}', AUTHORITY.host)
    .replace('{sequence}', String(NO_ENTRY))
    .replace('{label}', 'refuge')
    .replace('{gss}', NOBODYS)
    .replaceAll(/\{[^}]+\}/g, UNKNOWN);
